package parquet

import (
	"math/big"
	"strconv"
	"time"

	pq "github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// writer returns how values of a column's type are appended to a string.
// Times and dates are written as in RFC 3339, in UTC.
func writer(t pq.Type) func([]byte, pq.Value) []byte {
	if logical := t.LogicalType(); logical != nil {
		switch l := logical.Value.(type) {
		case *format.DateType:
			return func(b []byte, v pq.Value) []byte {
				return time.Unix(int64(v.Int32())*86400, 0).UTC().AppendFormat(b, time.DateOnly)
			}
		case *format.TimestampType:
			return timestamp(l)
		case *format.DecimalType:
			return func(b []byte, v pq.Value) []byte { return appendDecimal(b, v, int(l.Scale)) }
		}
	}
	return appendValue
}

func timestamp(l *format.TimestampType) func([]byte, pq.Value) []byte {
	at := time.UnixMilli
	switch l.Unit.Value.(type) {
	case *format.MicroSeconds:
		at = time.UnixMicro
	case *format.NanoSeconds:
		at = func(n int64) time.Time { return time.Unix(0, n) }
	}
	return func(b []byte, v pq.Value) []byte { return at(v.Int64()).UTC().AppendFormat(b, time.RFC3339) }
}

// julianEpoch is the Julian day number of 1 January 1970.
const julianEpoch = 2440588

func appendValue(b []byte, v pq.Value) []byte {
	switch v.Kind() {
	case pq.ByteArray, pq.FixedLenByteArray:
		return append(b, v.ByteArray()...)
	case pq.Boolean:
		return strconv.AppendBool(b, v.Boolean())
	case pq.Int32:
		return strconv.AppendInt(b, int64(v.Int32()), 10)
	case pq.Int64:
		return strconv.AppendInt(b, v.Int64(), 10)
	case pq.Int96: // a time as Spark and Impala wrote it: nanoseconds of the day, Julian day
		n := v.Int96()
		seconds := (int64(n[2]) - julianEpoch) * 86400
		return time.Unix(seconds, int64(uint64(n[1])<<32|uint64(n[0]))).UTC().AppendFormat(b, time.RFC3339)
	case pq.Float:
		return strconv.AppendFloat(b, float64(v.Float()), 'g', -1, 32)
	case pq.Double:
		return strconv.AppendFloat(b, v.Double(), 'f', -1, 64)
	}
	return b
}

func appendDecimal(b []byte, v pq.Value, scale int) []byte {
	n := new(big.Int)
	switch v.Kind() {
	case pq.Int32:
		n.SetInt64(int64(v.Int32()))
	case pq.Int64:
		n.SetInt64(v.Int64())
	default:
		raw := v.ByteArray()
		if len(raw) > 64 {
			return b
		}
		n.SetBytes(raw)
		if len(raw) > 0 && raw[0]&0x80 != 0 {
			n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(8*len(raw))))
		}
	}
	if scale <= 0 || scale > 40 {
		return n.Append(b, 10)
	}
	return append(b, new(big.Rat).SetFrac(n, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(scale)), nil)).FloatString(scale)...)
}
