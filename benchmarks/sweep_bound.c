/* The core rules at sixteen band widths in a pass, state in registers: about what this machine can do at most.

   The same arithmetic as engine/bots/kernel/lanes.py, written for AVX-512 by hand; sweep_bound.py builds and calls it. */

#include <immintrin.h>

typedef __m512d lanes;

typedef struct {
    lanes held, equity, total, squares, peak, fall, bars, fees, entries, wins, bought;
} state;

#define ALL _mm512_set1_pd

/* One bar of eight lanes: what the last close said, then what the bar makes of it. */
static inline state moved(state s, lanes k, lanes mean, lanes deviation, lanes seen, lanes near, lanes side,
                          const double *bar) {
    lanes distance = mean - _mm512_mul_pd(k, deviation) - seen;
    lanes held = _mm512_mask_mov_pd(s.held, _mm512_cmp_pd_mask(distance, near, _CMP_GE_OQ), side);
    lanes stays = s.held * held, comes = held - stays, goes = s.held - stays;
    lanes change = _mm512_fmadd_pd(goes, ALL(bar[2]), _mm512_fmadd_pd(comes, ALL(bar[1]), stays * ALL(bar[0])));
    lanes earned = change / s.equity;
    lanes cost = s.bought + ALL(bar[7]);
    s.equity += change;
    s.total += earned;
    s.squares = _mm512_fmadd_pd(earned, earned, s.squares);
    s.peak = _mm512_max_pd(s.peak, s.equity);
    s.fall = _mm512_max_pd(s.fall, (s.peak - s.equity) / s.peak);
    s.bars += held;
    s.fees += _mm512_fmadd_pd(goes, ALL(bar[6]), comes * ALL(bar[5]));
    s.entries += comes;
    s.wins = _mm512_mask_add_pd(s.wins, _mm512_cmp_pd_mask(ALL(bar[4]), cost, _CMP_GT_OQ), s.wins, goes);
    s.bought = _mm512_fmadd_pd(comes, ALL(bar[3]), stays * cost);
    s.held = held;
    return s;
}

/* `found` (11, 16) begins as the lanes' state and ends as it; `moves` is (n, 8). */
void run(long n, const double *widths, const double *mean, const double *deviation, const double *seen,
         const double *near, const double *moves, double *found) {
    state a, b;
    lanes *first = (lanes *)&a, *second = (lanes *)&b;
    for (int each = 0; each < 11; each++) {
        first[each] = _mm512_loadu_pd(found + 16 * each);
        second[each] = _mm512_loadu_pd(found + 16 * each + 8);
    }
    lanes one = _mm512_loadu_pd(widths), two = _mm512_loadu_pd(widths + 8);
    for (long i = 1; i < n; i++) {
        double m = mean[i - 1], c = seen[i - 1], side = 1.0;
        if (c > m) { m = -m; c = -c; side = 0.0; }
        lanes level = ALL(m), wide = ALL(deviation[i - 1]), close = ALL(c), least = ALL(near[i - 1]), to = ALL(side);
        a = moved(a, one, level, wide, close, least, to, moves + 8 * i);
        b = moved(b, two, level, wide, close, least, to, moves + 8 * i);
    }
    for (int each = 0; each < 11; each++) {
        _mm512_storeu_pd(found + 16 * each, first[each]);
        _mm512_storeu_pd(found + 16 * each + 8, second[each]);
    }
}
