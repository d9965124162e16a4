const freeTries = 2
const longestSeconds = 300

/**
 * Seconds to wait after that many wrong passwords in a row: none after the first two, then 2, 4, 8 … up to five minutes.
 * A slip costs nothing; trying words one by one comes to about three hundred a day.
 */
export function secondsAfterWrong(tries: number): number {
  return tries <= freeTries ? 0 : Math.min(longestSeconds, 2 ** (tries - freeTries))
}
