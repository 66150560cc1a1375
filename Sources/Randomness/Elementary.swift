/// Elementary functions that give the same bits on every machine.
///
/// The C library's differ by a unit in the last place between processors with and without fused multiply-add, and
/// between its versions. These use only the operations that IEEE 754 rounds exactly: `+ - * /`, square root and
/// comparison.
@frozen
public enum Elementary {}
