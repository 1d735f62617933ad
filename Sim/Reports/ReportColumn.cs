namespace Locomotion.Sim.Reports;

/// <summary>A column of a <see cref="ReportTable"/>.</summary>
/// <param name="Name">Its name in files, with the unit.</param>
/// <param name="Header">What people read.</param>
/// <param name="Format">How people read its numbers.</param>
public sealed record ReportColumn(string Name, string Header, string Format = "0");
