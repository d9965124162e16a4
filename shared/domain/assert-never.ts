/** Ends a switch over a closed union: the compiler refuses a missing case, and a foreign value at run time throws. */
export function assertNever(value: never): never {
  throw new TypeError(`Unexpected value: ${JSON.stringify(value)}`)
}
