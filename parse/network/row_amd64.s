#include "textflag.h"

// Operations on rows; n is a positive multiple of 8, or of 16 where the name
// says so. Each is the same single
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

// func apply16(n int, y *float32, acc *int32, scale, bias *float32, k float32)
TEXT ·apply16(SB), NOSPLIT, $0-44
	MOVQ n+0(FP), CX
	MOVQ y+8(FP), DI
	MOVQ acc+16(FP), SI
	MOVQ scale+24(FP), R8
	MOVQ bias+32(FP), R9
	VBROADCASTSS k+40(FP), Z2
	XORQ AX, AX
apply16:
	VCVTDQ2PS (SI)(AX*4), Z0
	VMULPS (R8)(AX*4), Z0, Z0
	VMULPS Z2, Z0, Z0
	VADDPS (R9)(AX*4), Z0, Z0
	VMOVUPS Z0, (DI)(AX*4)
	ADDQ $16, AX
	CMPQ AX, CX
	JLT apply16
	VZEROUPPER
	RET

// func accumulate16(n int, y *float32, acc *int32, scale *float32)
TEXT ·accumulate16(SB), NOSPLIT, $0-32
	MOVQ n+0(FP), CX
	MOVQ y+8(FP), DI
	MOVQ acc+16(FP), SI
	MOVQ scale+24(FP), R8
	XORQ AX, AX
accumulate16:
	VCVTDQ2PS (SI)(AX*4), Z0
	VMULPS (R8)(AX*4), Z0, Z0
	VADDPS (DI)(AX*4), Z0, Z0
	VMOVUPS Z0, (DI)(AX*4)
	ADDQ $16, AX
	CMPQ AX, CX
	JLT accumulate16
	VZEROUPPER
	RET

// func addBytes8(n int, sum *int32, row *int8)
TEXT ·addBytes8(SB), NOSPLIT, $0-24
	MOVQ n+0(FP), CX
	MOVQ sum+8(FP), DI
	MOVQ row+16(FP), SI
	XORQ AX, AX
bytes:
	VPMOVSXBD (SI)(AX*1), Y0
	VPADDD (DI)(AX*4), Y0, Y0
	VMOVDQU Y0, (DI)(AX*4)
	ADDQ $8, AX
	CMPQ AX, CX
	JLT bytes
	VZEROUPPER
	RET

// func addLeak8(n int, z, a, b *float32)
TEXT ·addLeak8(SB), NOSPLIT, $0-32
	MOVQ n+0(FP), CX
	MOVQ z+8(FP), DI
	MOVQ a+16(FP), SI
	MOVQ b+24(FP), DX
	MOVL $0x3e000000, AX
	VMOVD AX, X2
	VBROADCASTSS X2, Y2
	XORQ AX, AX
addleak:
	VMOVUPS (SI)(AX*4), Y0
	VADDPS (DX)(AX*4), Y0, Y0
	VMULPS Y0, Y2, Y1
	VMAXPS Y1, Y0, Y0
	VMOVUPS Y0, (DI)(AX*4)
	ADDQ $8, AX
	CMPQ AX, CX
	JLT addleak
	VZEROUPPER
	RET
