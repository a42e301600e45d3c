package lexicon

import "errors"

// Join joins errors as errors.Join does, but names each fault once, even if
// several rooms met it in the file that they share; what they wrapped around the
// faults of files is left out.
func Join(errs ...error) error {
	seen := map[string]bool{}
	var all []error
	var add func(error)
	add = func(err error) {
		var fault *Error
		if many, ok := err.(interface{ Unwrap() []error }); ok {
			for _, e := range many.Unwrap() {
				add(e)
			}
			return
		}
		if inner := errors.Unwrap(err); errors.As(inner, &fault) {
			add(inner) // file and line say enough
			return
		}
		if err != nil && !seen[err.Error()] {
			seen[err.Error()] = true
			all = append(all, err)
		}
	}
	for _, e := range errs {
		add(e)
	}
	return errors.Join(all...)
}
