using System.Reflection;
using System.Reflection.Emit;

namespace NetGen.Tests.Compiling;

/// <summary>What the JIT counts of a method before it decides whether to optimise it.</summary>
/// <param name="Code">Bytes of IL.</param>
/// <param name="Instructions">Of IL.</param>
/// <param name="Blocks">Basic blocks: one more than the places where control can go elsewhere or arrive.</param>
/// <param name="Locals">Local variables and parameters.</param>
/// <param name="References">Reads, writes and addresses of these.</param>
internal sealed record MethodSize(int Code, int Instructions, int Blocks, int Locals, int References)
{
    private static readonly Dictionary<short, OpCode> OpCodes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static MethodSize Of(MethodBase method, MethodBody body)
    {
        var code = body.GetILAsByteArray()!;
        var (instructions, references, leaders) = (0, 0, new HashSet<int>());
        for (var place = 0; place < code.Length;)
        {
            var opCode = OpCodes[code[place] == 0xFE ? (short)(0xFE00 | code[place + 1]) : code[place]];
            var operand = place + opCode.Size;
            var next = operand + SizeOf(opCode, code, operand);
            instructions++;
            if (opCode.Name!.StartsWith("ldloc", StringComparison.Ordinal) || opCode.Name.StartsWith("stloc", StringComparison.Ordinal)
                || opCode.Name.StartsWith("ldarg", StringComparison.Ordinal) || opCode.Name.StartsWith("starg", StringComparison.Ordinal))
            {
                references++;
            }

            if (opCode.OperandType is OperandType.InlineBrTarget or OperandType.ShortInlineBrTarget)
            {
                leaders.Add(next);
                leaders.Add(next + (opCode.OperandType == OperandType.InlineBrTarget ? BitConverter.ToInt32(code, operand) : (sbyte)code[operand]));
            }

            place = next;
        }

        return new(code.Length, instructions, leaders.Count + 1, body.LocalVariables.Count + method.GetParameters().Length, references);
    }

    private static int SizeOf(OpCode opCode, byte[] code, int operand) => opCode.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, operand)),
        _ => 4,
    };
}
