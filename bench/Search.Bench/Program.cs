using Search.Bench;

return Commands.Root().Parse(args).Invoke();
