#include "textflag.h"

// Operations on rows; n is a positive multiple of 8. Each is the same single
// operations in the same order as its Go counterpart.

// func top8(n int, x *float32) float32
TEXT ·top8(SB), NOSPLIT, $0-20
	MOVQ n+0(FP), CX
	MOVQ x+8(FP), SI
	VPCMPEQD Y2, Y2, Y2
	VPSRLD $1, Y2, Y2
	VXORPS Y0, Y0, Y0
top:
	VANDPS (SI), Y2, Y1
	VMAXPS Y1, Y0, Y0
	ADDQ $32, SI
	SUBQ $8, CX
	JNZ top
	VEXTRACTF128 $1, Y0, X1
	VMAXPS X1, X0, X0
	VSHUFPS $0x4e, X0, X0, X1
	VMAXPS X1, X0, X0
	VSHUFPS $0xb1, X0, X0, X1
	VMAXPS X1, X0, X0
	VMOVSS X0, ret+16(FP)
	VZEROUPPER
	RET

// func round8(n int, q *int16, x *float32, k float32)
TEXT ·round8(SB), NOSPLIT, $0-28
	MOVQ n+0(FP), CX
	MOVQ q+8(FP), DI
	MOVQ x+16(FP), SI
	VBROADCASTSS k+24(FP), Y2
round:
	VMULPS (SI), Y2, Y0
	VCVTPS2DQ Y0, Y0
	VEXTRACTI128 $1, Y0, X1
	VPACKSSDW X1, X0, X0
	VMOVDQU X0, (DI)
	ADDQ $32, SI
	ADDQ $16, DI
	SUBQ $8, CX
	JNZ round
	VZEROUPPER
	RET

// func apply8(n int, y *float32, acc *int32, scale, bias *float32, k float32)
TEXT ·apply8(SB), NOSPLIT, $0-44
	MOVQ n+0(FP), CX
	MOVQ y+8(FP), DI
	MOVQ acc+16(FP), SI
	MOVQ scale+24(FP), R8
	MOVQ bias+32(FP), R9
	VBROADCASTSS k+40(FP), Y2
apply:
	VCVTDQ2PS (SI), Y0
	VMULPS (R8), Y0, Y0
	VMULPS Y2, Y0, Y0
	VADDPS (R9), Y0, Y0
	VMOVUPS Y0, (DI)
	ADDQ $32, SI
	ADDQ $32, DI
	ADDQ $32, R8
	ADDQ $32, R9
	SUBQ $8, CX
	JNZ apply
	VZEROUPPER
	RET

// func accumulate8(n int, y *float32, acc *int32, scale *float32)
TEXT ·accumulate8(SB), NOSPLIT, $0-32
	MOVQ n+0(FP), CX
	MOVQ y+8(FP), DI
	MOVQ acc+16(FP), SI
	MOVQ scale+24(FP), R8
accumulate:
	VCVTDQ2PS (SI), Y0
	VMULPS (R8), Y0, Y0
	VADDPS (DI), Y0, Y0
	VMOVUPS Y0, (DI)
	ADDQ $32, SI
	ADDQ $32, DI
	ADDQ $32, R8
	SUBQ $8, CX
	JNZ accumulate
	VZEROUPPER
	RET

// func leak8(n int, z *float32)
TEXT ·leak8(SB), NOSPLIT, $0-16
	MOVQ n+0(FP), CX
	MOVQ z+8(FP), SI
	MOVL $0x3e000000, AX
	VMOVD AX, X2
	VBROADCASTSS X2, Y2
leak:
	VMOVUPS (SI), Y0
	VMULPS Y0, Y2, Y1
	VMAXPS Y1, Y0, Y0
	VMOVUPS Y0, (SI)
	ADDQ $32, SI
	SUBQ $8, CX
	JNZ leak
	VZEROUPPER
	RET

// func dot16(n int, a, b *int16) int32
TEXT ·dot16(SB), NOSPLIT, $0-28
	MOVQ n+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), DI
	VPXOR Y0, Y0, Y0
dot:
	VMOVDQU (SI), Y1
	VPMADDWD (DI), Y1, Y1
	VPADDD Y1, Y0, Y0
	ADDQ $32, SI
	ADDQ $32, DI
	SUBQ $16, CX
	JNZ dot
	VEXTRACTI128 $1, Y0, X1
	VPADDD X1, X0, X0
	VPSHUFD $0x4e, X0, X1
	VPADDD X1, X0, X0
	VPSHUFD $0xb1, X0, X1
	VPADDD X1, X0, X0
	VMOVD X0, AX
	MOVL AX, ret+24(FP)
	VZEROUPPER
	RET
