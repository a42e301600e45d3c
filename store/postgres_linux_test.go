package store

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// startServer starts a server, as another user when this one is root, whom
// PostgreSQL refuses.
func startServer() error {
	initdb, serve := program("initdb"), program("postgres")
	if initdb == "" || serve == "" {
		return errNoServer
	}
	var err error
	if server.dir, err = os.MkdirTemp("", "readout-pg"); err != nil {
		return err
	}
	as := &syscall.SysProcAttr{Pdeathsig: syscall.SIGINT}
	if os.Getuid() == 0 {
		u, err := user.Lookup("postgres")
		if err != nil {
			if u, err = user.Lookup("nobody"); err != nil {
				return err
			}
		}
		uid, _ := strconv.Atoi(u.Uid)
		gid, _ := strconv.Atoi(u.Gid)
		as.Credential = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
		if err := os.Chown(server.dir, uid, gid); err != nil {
			return err
		}
	}
	data := filepath.Join(server.dir, "data")
	command := func(name string, args ...string) *exec.Cmd {
		c := exec.Command(name, args...)
		c.Dir, c.SysProcAttr, c.Env = server.dir, as, append(os.Environ(), "HOME="+server.dir, "LC_ALL=C")
		return c
	}
	if out, err := command(initdb, "-D", data, "-U", "readout", "-A", "trust", "-E", "UTF8", "--no-sync").CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w\n%s", err, out)
	}
	server.cmd = command(serve, "-D", data, "-k", server.dir, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=50", "-c", "shared_buffers=64MB")
	var said strings.Builder
	server.cmd.Stderr = &said
	if err := server.cmd.Start(); err != nil {
		return err
	}
	db, err := postgres{}.open(serverAddress("postgres"))
	if err != nil {
		return err
	}
	defer db.Close()
	for until := time.Now().Add(60 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		ctx, stop := context.WithTimeout(context.Background(), time.Second)
		err := db.PingContext(ctx)
		stop()
		if err == nil {
			return nil
		}
		if time.Now().After(until) {
			return fmt.Errorf("the server does not answer: %w\n%s", err, said.String())
		}
	}
}
