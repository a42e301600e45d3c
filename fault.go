package readout

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"

	"readout/record"
)

// guarded runs one stage of a reading. A fault in the stage, which would stop the
// program and with it the rest of a corpus, is an error that names the line of code.
func guarded(stage func(*record.Reading), in *record.Reading) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("a fault of Readout itself, please report it: %v at %s", v, faultLine())
		}
	}()
	stage(in)
	return nil
}

// faultLine returns folder, file and line of the code that panicked. It is for
// functions that recover.
func faultLine() string {
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs)])
	for panicking := false; ; {
		f, more := frames.Next()
		switch {
		case strings.HasPrefix(f.Function, "runtime."):
			panicking = panicking || f.Function == "runtime.gopanic"
		case panicking || !more:
			return fmt.Sprintf("%s/%s:%d", filepath.Base(filepath.Dir(f.File)), filepath.Base(f.File), f.Line)
		}
		if !more {
			return "an unknown line"
		}
	}
}
