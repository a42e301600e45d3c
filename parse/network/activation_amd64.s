#include "textflag.h"

// The constants of Tanh in single precision, in the order in which it uses
// them: the limits, the polynomial above, the polynomial below, a half; then one and
// the limit of quantised activations.

DATA curve<>+0(SB)/4, $0x40fcf84f // 7.905311107635498
DATA curve<>+4(SB)/4, $0xc0fcf84f // -7.905311107635498
DATA curve<>+8(SB)/4, $0xa59f25c0 // -2.76076847742355e-16
DATA curve<>+12(SB)/4, $0x2a61337e // 2.00018790482477e-13
DATA curve<>+16(SB)/4, $0xaebd37ff // -8.60467152213735e-11
DATA curve<>+20(SB)/4, $0x335c0041 // 5.12229709037114e-08
DATA curve<>+24(SB)/4, $0x3779434a // 1.48572235717979e-05
DATA curve<>+28(SB)/4, $0x3a270ded // 0.000637261928875436
DATA curve<>+32(SB)/4, $0x3ba059dc // 0.00489352455891786
DATA curve<>+36(SB)/4, $0x35a0d3d8 // 1.19825839466702e-06
DATA curve<>+40(SB)/4, $0x38f895d6 // 0.000118534705686654
DATA curve<>+44(SB)/4, $0x3b14aa05 // 0.002268434632439
DATA curve<>+48(SB)/4, $0x3ba059dd // 0.00489352518554385
DATA curve<>+52(SB)/4, $0x3f000000 // 0.5
DATA curve<>+56(SB)/4, $0x3f800000 // 1.0
DATA curve<>+60(SB)/4, $0x44ffe000 // 2047.0
GLOBL curve<>(SB), RODATA|NOPTR, $64

// CURVE computes x = Tanh(x) with s, p, q and t for temporaries, each operation
// as in the Go code.
#define CURVE(x, s, p, q, t) \
	VBROADCASTSS curve<>+0(SB), t \
	VMINPS t, x, x \
	VBROADCASTSS curve<>+4(SB), t \
	VMAXPS t, x, x \
	VMULPS x, x, s \
	VBROADCASTSS curve<>+8(SB), p \
	VMULPS s, p, p \
	VBROADCASTSS curve<>+12(SB), t \
	VADDPS t, p, p \
	VMULPS s, p, p \
	VBROADCASTSS curve<>+16(SB), t \
	VADDPS t, p, p \
	VMULPS s, p, p \
	VBROADCASTSS curve<>+20(SB), t \
	VADDPS t, p, p \
	VMULPS s, p, p \
	VBROADCASTSS curve<>+24(SB), t \
	VADDPS t, p, p \
	VMULPS s, p, p \
	VBROADCASTSS curve<>+28(SB), t \
	VADDPS t, p, p \
	VMULPS s, p, p \
	VBROADCASTSS curve<>+32(SB), t \
	VADDPS t, p, p \
	VMULPS x, p, p \
	VBROADCASTSS curve<>+36(SB), q \
	VMULPS s, q, q \
	VBROADCASTSS curve<>+40(SB), t \
	VADDPS t, q, q \
	VMULPS s, q, q \
	VBROADCASTSS curve<>+44(SB), t \
	VADDPS t, q, q \
	VMULPS s, q, q \
	VBROADCASTSS curve<>+48(SB), t \
	VADDPS t, q, q \
	VDIVPS q, p, x

// func tanhs8(x *float32, n int)
TEXT ·tanhs8(SB), NOSPLIT, $0-16
	MOVQ x+0(FP), SI
	MOVQ n+8(FP), CX
tanh:
	VMOVUPS (SI), Y0
	CURVE(Y0, Y1, Y2, Y3, Y4)
	VMOVUPS Y0, (SI)
	ADDQ $32, SI
	SUBQ $8, CX
	JNZ tanh
	VZEROUPPER
	RET

// func sigmoids8(x *float32, n int)
TEXT ·sigmoids8(SB), NOSPLIT, $0-16
	MOVQ x+0(FP), SI
	MOVQ n+8(FP), CX
	VBROADCASTSS curve<>+52(SB), Y5
sigmoid:
	VMULPS (SI), Y5, Y0
	CURVE(Y0, Y1, Y2, Y3, Y4)
	VMULPS Y0, Y5, Y0
	VADDPS Y0, Y5, Y0
	VMOVUPS Y0, (SI)
	ADDQ $32, SI
	SUBQ $8, CX
	JNZ sigmoid
	VZEROUPPER
	RET

// func cell8(n int, zf, zg, zo, c, old *float32, out *int16)
TEXT ·cell8(SB), NOSPLIT, $0-56
	MOVQ n+0(FP), CX
	MOVQ zf+8(FP), SI
	MOVQ zg+16(FP), DI
	MOVQ zo+24(FP), DX
	MOVQ c+32(FP), R8
	MOVQ old+40(FP), R9
	MOVQ out+48(FP), R10
	VBROADCASTSS curve<>+52(SB), Y15
	VBROADCASTSS curve<>+56(SB), Y14
	VBROADCASTSS curve<>+60(SB), Y13
cell:
	VMULPS (SI), Y15, Y0
	CURVE(Y0, Y1, Y2, Y3, Y4)
	VMULPS Y0, Y15, Y0
	VADDPS Y0, Y15, Y0
	VMOVUPS (DI), Y5
	CURVE(Y5, Y6, Y7, Y8, Y9)
	VSUBPS Y0, Y14, Y1
	VMULPS Y5, Y1, Y1
	VMULPS (R9), Y0, Y0
	VADDPS Y0, Y1, Y0
	VMOVUPS Y0, (R8)
	CURVE(Y0, Y1, Y2, Y3, Y4)
	VMULPS (DX), Y15, Y5
	CURVE(Y5, Y6, Y7, Y8, Y9)
	VMULPS Y5, Y15, Y5
	VADDPS Y5, Y15, Y5
	VMULPS Y0, Y5, Y0
	VMULPS Y13, Y0, Y0
	VCVTPS2DQ Y0, Y0
	VEXTRACTI128 $1, Y0, X1
	VPACKSSDW X1, X0, X0
	VMOVDQU X0, (R10)
	ADDQ $32, SI
	ADDQ $32, DI
	ADDQ $32, DX
	ADDQ $32, R8
	ADDQ $32, R9
	ADDQ $16, R10
	SUBQ $8, CX
	JNZ cell
	VZEROUPPER
	RET

// func cell16(n int, zf, zg, zo, c, old *float32, out *int16)
TEXT ·cell16(SB), NOSPLIT, $0-56
	MOVQ n+0(FP), CX
	MOVQ zf+8(FP), SI
	MOVQ zg+16(FP), DI
	MOVQ zo+24(FP), DX
	MOVQ c+32(FP), R8
	MOVQ old+40(FP), R9
	MOVQ out+48(FP), R10
	VBROADCASTSS curve<>+52(SB), Z15
	VBROADCASTSS curve<>+56(SB), Z14
	VBROADCASTSS curve<>+60(SB), Z13
cell16:
	VMULPS (SI), Z15, Z0
	CURVE(Z0, Z1, Z2, Z3, Z4)
	VMULPS Z0, Z15, Z0
	VADDPS Z0, Z15, Z0
	VMOVUPS (DI), Z5
	CURVE(Z5, Z6, Z7, Z8, Z9)
	VSUBPS Z0, Z14, Z1
	VMULPS Z5, Z1, Z1
	VMULPS (R9), Z0, Z0
	VADDPS Z0, Z1, Z0
	VMOVUPS Z0, (R8)
	CURVE(Z0, Z1, Z2, Z3, Z4)
	VMULPS (DX), Z15, Z5
	CURVE(Z5, Z6, Z7, Z8, Z9)
	VMULPS Z5, Z15, Z5
	VADDPS Z5, Z15, Z5
	VMULPS Z0, Z5, Z0
	VMULPS Z13, Z0, Z0
	VCVTPS2DQ Z0, Z0
	VPMOVSDW Z0, (R10)
	ADDQ $64, SI
	ADDQ $64, DI
	ADDQ $64, DX
	ADDQ $64, R8
	ADDQ $64, R9
	ADDQ $32, R10
	SUBQ $16, CX
	JNZ cell16
	VZEROUPPER
	RET
