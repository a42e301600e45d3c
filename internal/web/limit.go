package web

import (
	"math"
	"net"
	"net/http"
	"net/netip"
	"strconv"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// limits holds each client to so many requests.
type limits struct {
	rate  rate.Limit
	burst int
	now   func() time.Time

	mu      sync.Mutex
	clients map[string]*allowance
	swept   time.Time
}

type allowance struct {
	*rate.Limiter
	last time.Time
}

// Clients that have not asked for so long are forgotten, and never are more
// kept than maxClients.
const (
	forgetAfter = 5 * time.Minute
	maxClients  = 100_000
)

func newLimits(perSecond float64, burst int) *limits {
	if perSecond <= 0 {
		return &limits{rate: rate.Inf, now: time.Now}
	}
	return &limits{rate: rate.Limit(perSecond), burst: max(burst, 1), now: time.Now, clients: map[string]*allowance{}}
}

// take counts a request of a client. It returns how long the client has to
// wait if it has asked too much, else 0.
func (l *limits) take(who string) time.Duration {
	if l.rate == rate.Inf {
		return 0
	}
	now := l.now()
	l.mu.Lock()
	defer l.mu.Unlock()
	if now.Sub(l.swept) > forgetAfter || len(l.clients) > maxClients {
		for k, a := range l.clients {
			if now.Sub(a.last) > forgetAfter || len(l.clients) > maxClients {
				delete(l.clients, k)
			}
		}
		l.swept = now
	}
	a := l.clients[who]
	if a == nil {
		a = &allowance{Limiter: rate.NewLimiter(l.rate, l.burst)}
		l.clients[who] = a
	}
	a.last = now
	r := a.ReserveN(now, 1)
	wait := r.DelayFrom(now)
	if wait > 0 {
		r.CancelAt(now)
	}
	return wait
}

// client is the address that a request comes from; of IPv6 the network, for
// one client has as many addresses there as it likes.
func client(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	a, err := netip.ParseAddr(host)
	if err != nil || a.Unmap().Is4() {
		return host
	}
	p, err := a.WithZone("").Prefix(64)
	if err != nil {
		return host
	}
	return p.String()
}

func seconds(d time.Duration) string { return strconv.Itoa(int(math.Ceil(d.Seconds()))) }
