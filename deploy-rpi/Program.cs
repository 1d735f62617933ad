using System.CommandLine;

RootCommand root = new("Locomotion on the robot: the nervous system of an amphibious centipede, driving servos.");
return root.Parse(args).Invoke();
