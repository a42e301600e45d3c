#include "textflag.h"

// Integer products of quantised rows with one panel of 16 outputs. Each step
// takes two inputs of a row and the weights of both, 16 each. The assembler has
// no name for the instructions: SMLAL and SMLAL2 by element, 16 to 32 bits,
//
//	Vd.4S += Vn.4H (or the upper half of Vn.8H) × Vm.H[i], i = 0 or 1.

#define LOW0(d, n, m) WORD $(0x0F402000 | (m)<<16 | (n)<<5 | (d))
#define HIGH0(d, n, m) WORD $(0x4F402000 | (m)<<16 | (n)<<5 | (d))
#define LOW1(d, n, m) WORD $(0x0F502000 | (m)<<16 | (n)<<5 | (d))
#define HIGH1(d, n, m) WORD $(0x4F502000 | (m)<<16 | (n)<<5 | (d))

// ROW adds to the 16 sums in V(a) to V(a+3) the products of the two inputs in
// V(m) with the weights in V8, V9 and in V10, V11.
#define ROW(a, m) \
	LOW0(a, 8, m) \
	HIGH0(a+1, 8, m) \
	LOW0(a+2, 9, m) \
	HIGH0(a+3, 9, m) \
	LOW1(a, 10, m) \
	HIGH1(a+1, 10, m) \
	LOW1(a+2, 11, m) \
	HIGH1(a+3, 11, m)

// func neon4(pairs int, x *int16, xs int, w *int16, acc *int32, as int)
TEXT ·neon4(SB), NOSPLIT, $0-48
	MOVD pairs+0(FP), R0
	MOVD x+8(FP), R1
	MOVD xs+16(FP), R2
	MOVD w+24(FP), R3
	MOVD acc+32(FP), R4
	MOVD as+40(FP), R5
	ADD  R2, R1, R6
	ADD  R2, R6, R7
	ADD  R2, R7, R8
	VEOR V16.B16, V16.B16, V16.B16
	VEOR V17.B16, V17.B16, V17.B16
	VEOR V18.B16, V18.B16, V18.B16
	VEOR V19.B16, V19.B16, V19.B16
	VEOR V20.B16, V20.B16, V20.B16
	VEOR V21.B16, V21.B16, V21.B16
	VEOR V22.B16, V22.B16, V22.B16
	VEOR V23.B16, V23.B16, V23.B16
	VEOR V24.B16, V24.B16, V24.B16
	VEOR V25.B16, V25.B16, V25.B16
	VEOR V26.B16, V26.B16, V26.B16
	VEOR V27.B16, V27.B16, V27.B16
	VEOR V28.B16, V28.B16, V28.B16
	VEOR V29.B16, V29.B16, V29.B16
	VEOR V30.B16, V30.B16, V30.B16
	VEOR V31.B16, V31.B16, V31.B16
loop4:
	VLD1.P 64(R3), [V8.H8, V9.H8, V10.H8, V11.H8]
	FMOVS (R1), F0
	FMOVS (R6), F1
	FMOVS (R7), F2
	FMOVS (R8), F3
	ADD $4, R1
	ADD $4, R6
	ADD $4, R7
	ADD $4, R8
	ROW(16, 0)
	ROW(20, 1)
	ROW(24, 2)
	ROW(28, 3)
	SUB $1, R0
	CBNZ R0, loop4
	VST1 [V16.S4, V17.S4, V18.S4, V19.S4], (R4)
	ADD R5, R4
	VST1 [V20.S4, V21.S4, V22.S4, V23.S4], (R4)
	ADD R5, R4
	VST1 [V24.S4, V25.S4, V26.S4, V27.S4], (R4)
	ADD R5, R4
	VST1 [V28.S4, V29.S4, V30.S4, V31.S4], (R4)
	RET

// func neon1(pairs int, x *int16, w *int16, acc *int32)
TEXT ·neon1(SB), NOSPLIT, $0-32
	MOVD pairs+0(FP), R0
	MOVD x+8(FP), R1
	MOVD w+16(FP), R3
	MOVD acc+24(FP), R4
	VEOR V16.B16, V16.B16, V16.B16
	VEOR V17.B16, V17.B16, V17.B16
	VEOR V18.B16, V18.B16, V18.B16
	VEOR V19.B16, V19.B16, V19.B16
loop1:
	VLD1.P 64(R3), [V8.H8, V9.H8, V10.H8, V11.H8]
	FMOVS (R1), F0
	ADD $4, R1
	ROW(16, 0)
	SUB $1, R0
	CBNZ R0, loop1
	VST1 [V16.S4, V17.S4, V18.S4, V19.S4], (R4)
	RET
