package parquet

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
)

// Types of values in Thrift's compact protocol, by which tables describe
// themselves: https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
const (
	compactStop   = 0
	compactTrue   = 1
	compactFalse  = 2
	compactByte   = 3
	compactInt16  = 4
	compactInt32  = 5
	compactInt64  = 6
	compactDouble = 7
	compactBinary = 8
	compactList   = 9
	compactSet    = 10
	compactMap    = 11
	compactStruct = 12
)

// Bounds of a description. parquet-go makes lists as long as they say they are
// before it has seen their elements.
const (
	maxDepth   = 24      // structs, lists and maps inside each other
	maxStructs = 1 << 20 // in lists and maps; parquet-go's are some hundred bytes each
)

var errDescription = errors.New("a description that breaks the rules of Thrift")

// A compact walks over values in the compact protocol. It holds nothing in
// memory, and does not believe a length that is longer than what is left.
type compact struct {
	r interface {
		io.ByteReader
		Discard(int) (int, error)
	}
	left    int64    // bytes that may still be read
	structs int64    // in lists, seen so far
	path    [2]int16 // the fields that lead to the value, of the outer struct and the next
	// number is told the numbers of the two outermost structs; true is 1.
	number func(path [2]int16, value int64)
}

func (c *compact) byte() (byte, error) {
	if c.left <= 0 {
		return 0, io.ErrUnexpectedEOF
	}
	c.left--
	return c.r.ReadByte()
}

// ReadByte makes c the reader of its numbers.
func (c *compact) ReadByte() (byte, error) { return c.byte() }

func (c *compact) skip(n uint64) error {
	if n > uint64(max(0, c.left)) {
		return io.ErrUnexpectedEOF
	}
	c.left -= int64(n)
	for n > 0 {
		k, err := c.r.Discard(int(min(n, 1<<30)))
		if err != nil {
			return err
		}
		n -= uint64(k)
	}
	return nil
}

// structure walks over the fields of a struct. depth is that of the struct, 0
// for the outermost.
func (c *compact) structure(depth int) error {
	if depth > maxDepth {
		return fmt.Errorf("%w: nested too deep", errDescription)
	}
	field := int16(0)
	for {
		head, err := c.byte()
		if err != nil {
			return err
		}
		kind := head & 15
		if kind == compactStop {
			return nil
		}
		if delta := int16(head >> 4); delta != 0 {
			field += delta
		} else {
			n, err := binary.ReadVarint(c)
			if err != nil {
				return err
			}
			field = int16(n)
		}
		if depth < len(c.path) {
			c.path[depth] = field
			clear(c.path[depth+1:])
		}
		if kind == compactTrue || kind == compactFalse { // the value is the type
			if c.number != nil && depth < len(c.path) {
				c.number(c.path, int64(compactFalse-kind))
			}
			continue
		}
		if err := c.value(kind, depth); err != nil {
			return err
		}
	}
}

func (c *compact) value(kind byte, depth int) error {
	switch kind {
	case compactTrue, compactFalse, compactByte:
		return c.skip(1)
	case compactInt16, compactInt32, compactInt64:
		n, err := binary.ReadVarint(c)
		if err == nil && c.number != nil && depth < len(c.path) {
			c.number(c.path, n)
		}
		return err
	case compactDouble:
		return c.skip(8)
	case compactBinary:
		n, err := binary.ReadUvarint(c)
		if err != nil {
			return err
		}
		return c.skip(n)
	case compactList, compactSet:
		head, err := c.byte()
		if err != nil {
			return err
		}
		n := uint64(head >> 4)
		if n == 15 {
			if n, err = binary.ReadUvarint(c); err != nil {
				return err
			}
		}
		return c.elementsOf(n, depth, head&15)
	case compactMap:
		n, err := binary.ReadUvarint(c)
		if err != nil || n == 0 {
			return err
		}
		kinds, err := c.byte()
		if err != nil {
			return err
		}
		return c.elementsOf(n, depth, kinds>>4, kinds&15)
	case compactStruct:
		return c.structure(depth + 1)
	}
	return fmt.Errorf("%w: no type %d", errDescription, kind)
}

// elementsOf walks over n elements, each of values of the given kinds. No value
// is shorter than a byte.
func (c *compact) elementsOf(n uint64, depth int, kinds ...byte) error {
	if n > uint64(max(0, c.left)) {
		return io.ErrUnexpectedEOF
	}
	if slices.Contains(kinds, compactStruct) {
		if c.structs += int64(n); c.structs > maxStructs {
			return fmt.Errorf("%w: more than %d structs", errDescription, maxStructs)
		}
	}
	if depth++; depth > maxDepth {
		return fmt.Errorf("%w: nested too deep", errDescription)
	}
	for range n {
		for _, kind := range kinds {
			if err := c.value(kind, depth); err != nil {
				return err
			}
		}
	}
	return nil
}
