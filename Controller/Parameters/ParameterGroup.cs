using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Locomotion.Controller.Parameters;

/// <summary>
/// Parameters that belong together: immutable, and every instance is valid. A property is either a value described by
/// <see cref="ParameterAttribute"/> or another group.
/// </summary>
[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)]
public abstract record ParameterGroup
{
    /// <summary>Returns <paramref name="value"/> if it lies in its described range.</summary>
    /// <exception cref="InvalidInputException">It lies outside, or is not a number.</exception>
    protected double Checked(double value, [CallerMemberName] string property = "") =>
        GetType().GetProperty(property)!.GetCustomAttribute<ParameterAttribute>()!.Checked(value, Naming.Kebab(property));

    /// <summary>As <see cref="Checked(double, string)"/>, for whole numbers.</summary>
    protected int Checked(int value, [CallerMemberName] string property = "") => (int)Checked((double)value, property);

    /// <summary>A copy in which one property has another value; the property checks it.</summary>
    internal ParameterGroup With(PropertyInfo property, object value)
    {
        var copy = (ParameterGroup)MemberwiseClone();
        property.SetValue(copy, value, BindingFlags.DoNotWrapExceptions, binder: null, index: null, culture: null);
        return copy;
    }
}
