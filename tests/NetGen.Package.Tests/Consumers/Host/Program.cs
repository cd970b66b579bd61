System.Console.Write(Consumer.Experiment.Run());
