/** The fine line work of cheques, as paths: a closed curve turned around a centre many times. */

function coordinate(value: number): string {
  return value.toFixed(1);
}

/** A ring of ellipses turned about the centre, a path each: the rosette of a banknote. */
export function rosette(
  centre: number,
  long: number,
  short: number,
  offset: number,
  turns: number,
): string[] {
  const paths: string[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const tilt = (2 * Math.PI * turn) / turns;
    const points: string[] = [];
    for (let step = 0; step < 72; step += 1) {
      const angle = (2 * Math.PI * step) / 72;
      const x = offset + long * Math.cos(angle);
      const y = short * Math.sin(angle);
      points.push(
        `${coordinate(centre + x * Math.cos(tilt) - y * Math.sin(tilt))} ${coordinate(centre + x * Math.sin(tilt) + y * Math.cos(tilt))}`,
      );
    }
    paths.push(`M${points.join('L')}Z`);
  }
  return paths;
}
