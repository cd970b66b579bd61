using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Tensors;

/// <summary>The passes that turn a derived program into the one that a person would write.</summary>
internal static class Simplification
{
    /// <summary>Simplifies a whole program. Values that only the backward pass reads are found here.</summary>
    public static TensorProgram Simplify(TensorProgram program)
    {
        var simplified = Repeat(program.Map(Settle));
        var shared = Intermediates.ExtractShared(simplified);
        return shared == simplified ? simplified : Repeat(shared);
    }

    /// <summary>What is needed of a simplified program for the wanted tensors, in its final form.</summary>
    public static TensorProgram Extract(TensorProgram simplified, Func<Tensor, bool> wanted) =>
        FirstWrites.Initialise(Repeat(DeadCode.Remove(simplified, wanted)).Map(Finish));

    /// <summary>Simplifies what is needed for the wanted tensors, and leaves out the rest.</summary>
    public static TensorProgram Simplify(TensorProgram program, Func<Tensor, bool> wanted) => Extract(Simplify(program), wanted);

    /// <summary>An expression in the form that is printed.</summary>
    public static Expr Finish(Expr expression) => CommonFactors.Extract(Branches.Merge(Settle(expression)));

    private static TensorProgram Repeat(TensorProgram program)
    {
        TensorProgram previous;
        do
        {
            previous = program;
            program = MergedAdds.Merge(SingleUse.Inline(StoredValues.Reuse(program)));
        }
        while (!program.Statements.SequenceEqual(previous.Statements));
        return program;
    }

    /// <summary>Takes out what only says how to differentiate.</summary>
    private static Expr Settle(Expr expression) => expression.Transform(node => node switch
    {
        Detach detach => detach.Argument,
        Given given => given.Value,
        _ => node,
    });
}

/// <summary>Keeps the statements that the wanted tensors depend on.</summary>
internal static class DeadCode
{
    public static TensorProgram Remove(TensorProgram program, Func<Tensor, bool> wanted)
    {
        var needed = new HashSet<Tensor>();
        var kept = new List<Statement>();
        foreach (var statement in program.Statements.Reverse())
        {
            if (!wanted(statement.Target) && !needed.Contains(statement.Target))
                continue;
            kept.Add(statement);
            needed.UnionWith(statement.Reads.Select(read => read.Tensor));
        }

        kept.Reverse();
        return new(kept);
    }
}

/// <summary>Reads a stored value where an expression would compute it again: with <c>p = e / s</c>, <c>ds · e</c> becomes p.</summary>
internal static class StoredValues
{
    public static TensorProgram Reuse(TensorProgram program)
    {
        var statements = program.Statements.ToList();
        for (var index = 0; index < statements.Count; index++)
        {
            var stored = statements[index];
            if (stored.Assignment != Assignment.Set || stored.Target.Role != TensorRole.Temporary || stored.Expression is Leaf)
                continue;
            var value = new Read(stored.Target, stored.Subscripts);
            for (var later = index + 1; later < statements.Count; later++)
            {
                // What has not all the leaves of the stored expression does not contain it.
                var expression = statements[later].Expression;
                if (stored.Expression.Leaves.All(expression.Leaves.Contains))
                    statements[later] = statements[later].With(expression.Transform(node => Replace(node, stored, value)));
            }
        }

        return new(statements);
    }

    private static Expr Replace(Expr node, Statement stored, Read value)
    {
        if (node.Equals(stored.Expression))
            return value;
        if (node is not Product product || stored.Expression is not Product { Coefficient: 1 } part || !Contains(product, part))
            return node;
        return product / part * value;
    }

    private static bool Contains(Product product, Product part) => part.Factors.All(wanted => product.Factors.Any(factor =>
        factor.Base.Equals(wanted.Base)
        && Math.Sign(factor.Exponent) == Math.Sign(wanted.Exponent)
        && Math.Abs(factor.Exponent) >= Math.Abs(wanted.Exponent)));
}

/// <summary>Substitutes adjoints and intermediate values that one statement reads into that statement.</summary>
internal static class SingleUse
{
    public static TensorProgram Inline(TensorProgram program)
    {
        var statements = program.Statements.ToList();
        for (var index = 0; index < statements.Count; index++)
        {
            var definition = statements[index];
            if (!IsPlainDefinition(definition, statements))
                continue;
            var readers = statements.Where(statement => statement.ReadsTensor(definition.Target)).ToList();
            if (readers.Count != 1 || !CanTake(readers[0], definition))
                continue;
            var reader = statements.IndexOf(readers[0]);
            statements[reader] = readers[0].With(readers[0].Expression.Transform(node => node is Read read && read.Tensor == definition.Target
                ? Renaming.Of(definition.Subscripts, read.Subscripts).Apply(definition.Expression)
                : node));
            statements.RemoveAt(index--);
        }

        return new(statements);
    }

    /// <summary>Computed by one statement without a reduction. What the forward pass and δ are called stays: the equations speak of them.</summary>
    private static bool IsPlainDefinition(Statement statement, List<Statement> all) =>
        (statement.Target.Role == TensorRole.Adjoint || statement.Target.IsIntermediate)
        && !statement.Reduces
        && all.Count(other => other.Target == statement.Target) == 1;

    /// <summary>The reader computes it no more often than its own statement did, or it is a number of the whole sample.</summary>
    private static bool CanTake(Statement reader, Statement definition) =>
        reader.Domain.Count == definition.Domain.Count
        || definition.Domain.All(index => index.CountsSamples);
}

/// <summary>Joins additions to the same element into one, at the place of the last.</summary>
internal static class MergedAdds
{
    public static TensorProgram Merge(TensorProgram program)
    {
        var statements = program.Statements.ToList();
        for (var index = 0; index < statements.Count; index++)
        {
            var first = statements[index];
            if (first.Assignment != Assignment.Add || first.Target.Role == TensorRole.Loss)
                continue;
            var later = statements.FindIndex(index + 1, statement => statement.Target == first.Target);
            if (later < 0 || statements[later].Assignment != Assignment.Add)
                continue;
            if (first.Domain.SequenceEqual(statements[later].Domain))
                statements[later] = statements[later].With(first.Expression + statements[later].Expression);
            else if (later > index + 1)
                statements.Insert(later, new(first.Target, first.Assignment, first.Expression, first.Domain, statements[later].Stage));
            else
                continue;
            statements.RemoveAt(index--);
        }

        return new(statements);
    }
}

/// <summary>Writes <c>f·(c ? a : b) + (c ? d : e)</c> as <c>c ? f·a + d : f·b + e</c>.</summary>
internal static class Branches
{
    public static Expr Merge(Expr expression) => expression.Transform(node =>
    {
        if (node is not Sum sum)
            return node;
        var shared = sum.Terms.Select(ConditionOf).Where(condition => condition is not null)
            .GroupBy(condition => condition!.Key).FirstOrDefault(group => group.Count() > 1)?.First();
        if (shared is null)
            return node;
        var members = sum.Terms.Where(term => shared.Equals(ConditionOf(term))).ToList();
        return Sum.Of(sum.Terms.Except(members).Append(Choose.Of(
            shared,
            Merge(Sum.Of(members.Select(term => Branch(term, shared, holds: true)))),
            Merge(Sum.Of(members.Select(term => Branch(term, shared, holds: false)))))));
    });

    /// <summary>The condition on which a factor of the term depends.</summary>
    private static Compare? ConditionOf(Expr term) => term switch
    {
        Compare compare => compare,
        Choose choose => choose.Condition,
        Product product => product.Factors.Where(factor => factor.Exponent == 1).Select(factor => factor.Base switch
        {
            Compare compare => compare,
            Choose choose => choose.Condition,
            _ => null,
        }).FirstOrDefault(condition => condition is not null),
        _ => null,
    };

    /// <summary>The term where the condition holds, or where it does not.</summary>
    private static Expr Branch(Expr term, Compare condition, bool holds) => term switch
    {
        Compare compare when compare.Equals(condition) => holds ? 1 : 0,
        Choose choose when choose.Condition.Equals(condition) => holds ? choose.Then : choose.Otherwise,
        Product product => Product.Of(
            product.Coefficient, product.Factors.Select(factor => (Branch(factor.Base, condition, holds), factor.Exponent))),
        _ => term,
    };
}

/// <summary>Writes <c>f·a − f·b</c> as <c>f (a − b)</c>.</summary>
internal static class CommonFactors
{
    public static Expr Extract(Expr expression) => expression.Transform(ExtractOne);

    private static Expr ExtractOne(Expr node)
    {
        if (node is not Sum sum)
            return node;
        var common = Factors(sum.Terms[0]).Where(factor => sum.Terms.All(term => Factors(term).Contains(factor))).ToList();
        if (common.Count == 0)
            return node;
        var shared = Product.Of(1, common);
        return Product.Of(1, [(shared, 1), (Sum.Of(sum.Terms.Select(term => term / shared)), 1)]);
    }

    private static (Expr Base, int Exponent)[] Factors(Expr term) => term switch
    {
        Product product => product.Factors,
        Number => [],
        _ => [(term, 1)],
    };
}

/// <summary>Turns the first addition to a quantity into an assignment, where it is whole: covering and not reduced.</summary>
internal static class FirstWrites
{
    public static TensorProgram Initialise(TensorProgram program)
    {
        var written = new HashSet<Tensor>();
        return new(program.Statements.Select(statement =>
        {
            var first = written.Add(statement.Target);
            return first && statement.Assignment == Assignment.Add && !statement.Reduces
                && !statement.Target.IsAccumulated && statement.Domain.Count == statement.Target.Axes.Count
                ? new(statement.Target, Assignment.Set, statement.Expression, statement.Domain, statement.Stage)
                : statement;
        }).ToList());
    }
}
