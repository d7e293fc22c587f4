//! Which way the lines of a page run: ink summed along a line is much and between lines it is none, if the way is right.

use super::page::Page;

/// How lines run.
pub(super) struct Lines {
    /// By how many pixels a line falls per pixel to the right, once it runs across.
    pub(super) slope: f64,
    /// Whether lines run from top to bottom and not across.
    pub(super) run_down: bool,
}

/// The steepest slope that is looked for: about seven degrees.
const STEEPEST: f64 = 0.12;
const STEP: f64 = 0.006;
const FINE: f64 = 0.001;
/// Dark from here on, on a ground that was made even.
const DARK: u8 = 110;
/// Dark pixels that are looked at.
const MOST_POINTS: usize = 40_000;
/// Rows above and below that a row is held against: about a line of text.
const AROUND: usize = 20;
const MEAN_OF: f64 = 41.0;
/// Fewer are no text.
const FEWEST_POINTS: usize = 200;

/// How the lines of a page run; flat and across where there is hardly any ink.
pub(super) fn lines(page: &Page) -> Lines {
    let across = points(page);
    if across.len() < FEWEST_POINTS {
        return Lines {
            slope: 0.0,
            run_down: false,
        };
    }
    let last = f64::from(page.height());
    let down: Vec<(f64, f64)> = across.iter().map(|(x, y)| (last - y, *x)).collect();
    let (slope_across, clear_across) = best(&across, f64::from(page.height()));
    let (slope_down, clear_down) = best(&down, f64::from(page.width()));
    let run_down = clear_down > clear_across;
    Lines {
        slope: if run_down { slope_down } else { slope_across },
        run_down,
    }
}

fn points(page: &Page) -> Vec<(f64, f64)> {
    let mut points = Vec::new();
    // What lies at the edge is the table, not the paper.
    let (left, top) = (page.width() / 50, page.height() / 50);
    let lines = (0..page.height()).zip(page.lines());
    for (y, line) in lines
        .take((page.height() - top) as usize)
        .skip(top as usize)
    {
        let pixels = (0..page.width()).zip(line);
        for (x, pixel) in pixels
            .take((page.width() - left) as usize)
            .skip(left as usize)
        {
            if *pixel < DARK {
                points.push((f64::from(x), f64::from(y)));
            }
        }
    }
    let every = points.len().div_ceil(MOST_POINTS).max(1);
    points.into_iter().step_by(every).collect()
}

/// The slope along which ink gathers most, and how much it does.
fn best(points: &[(f64, f64)], height: f64) -> (f64, f64) {
    let mut best = (0.0, clearness(points, height, 0.0));
    let mut look = |from: f64, step: f64, count: i32| {
        for at in -count..=count {
            let slope = from + f64::from(at) * step;
            let clear = clearness(points, height, slope);
            if clear > best.1 {
                best = (slope, clear);
            }
        }
        best
    };
    let (coarse, _) = look(0.0, STEP, rounds(STEEPEST / STEP));
    look(coarse, FINE, rounds(STEP / FINE))
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "a cast from a float saturates"
)]
fn rounds(number: f64) -> i32 {
    number.round() as i32
}

/// How far rows stand out from those around them, from 0 up, when lines fall by `slope`: lines of text are full beside gaps that
/// are empty, while letters above one another make no gaps.
fn clearness(points: &[(f64, f64)], height: f64, slope: f64) -> f64 {
    let margin = height.max(200.0);
    let mut rows = vec![0.0_f64; row(height + 2.0 * margin) + 2];
    for (x, y) in points {
        if let Some(count) = rows.get_mut(row(y - slope * x + margin)) {
            *count += 1.0;
        }
    }
    let mut around: f64 = rows.iter().take(AROUND).sum();
    let (mut apart, mut even) = (0.0, 0.0);
    for (at, count) in rows.iter().enumerate() {
        around += rows.get(at + AROUND).copied().unwrap_or(0.0);
        let before = at.checked_sub(AROUND + 1);
        around -= before
            .and_then(|before| rows.get(before))
            .copied()
            .unwrap_or(0.0);
        let mean = around / MEAN_OF;
        apart += (count - mean) * (count - mean);
        even += mean * mean;
    }
    if even > 0.0 { apart / even } else { 0.0 }
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from a float saturates"
)]
fn row(number: f64) -> usize {
    number as usize
}
