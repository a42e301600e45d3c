package store

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
)

// server is a PostgreSQL server of the tests' own, which all of them share: in
// a folder that is taken away behind it, and reached through a socket there.
var server struct {
	once sync.Once
	dir  string
	cmd  *exec.Cmd
	err  error
	n    int
	mu   sync.Mutex
}

func TestMain(m *testing.M) {
	if address := os.Getenv(killAddress); address != "" {
		os.Exit(loadForever(address))
	}
	code := m.Run()
	if server.cmd != nil {
		_ = server.cmd.Process.Signal(syscall.SIGINT) // fast shutdown
		_ = server.cmd.Wait()
	}
	if server.dir != "" {
		os.RemoveAll(server.dir)
	}
	os.Exit(code)
}

var errNoServer = errors.New("no initdb and postgres on this machine")

// database makes a new database of the server and returns its address. Without
// a server the test is skipped, unless READOUT_POSTGRES says that there must be one.
func database(t *testing.T) string {
	t.Helper()
	server.once.Do(func() { server.err = startServer() })
	switch {
	case errors.Is(server.err, errNoServer) && os.Getenv("READOUT_POSTGRES") == "":
		t.Skip(server.err)
	case server.err != nil:
		t.Fatal(server.err)
	}
	server.mu.Lock()
	server.n++
	name := fmt.Sprint("d", server.n)
	server.mu.Unlock()
	db, err := postgres{}.open(serverAddress("postgres"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("CREATE DATABASE " + name); err != nil {
		t.Fatal(err)
	}
	return serverAddress(name)
}

func serverAddress(name string) string {
	return "postgres:///" + name + "?" + url.Values{"host": {server.dir}, "user": {"readout"}}.Encode()
}

// program finds a program of PostgreSQL, on the path or where Debian has it.
func program(name string) string {
	if path, err := exec.LookPath(name); err == nil {
		return path
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/" + name)
	if len(found) == 0 {
		return ""
	}
	return found[len(found)-1]
}
