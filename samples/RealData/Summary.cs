namespace Samples;

/// <summary>What came of an experiment. Scores are NaN where a run was left out.</summary>
internal sealed record Summary(Experiment Experiment, Problem Problem, double SgdFixed, double AdamFixed, double Shuffled, TimeSpan Time);
