/**
 * What an address says as its screen reads it, and nothing else. The router lays what is read over what was typed, so that a
 * word that a screen does not take, such as a number where a text stands, would reach it all the same.
 */
export function onlyRead<Search extends object>(
  read: (typed: Record<string, unknown>) => Search,
): (typed: Record<string, unknown>) => Search {
  return (typed) => ({ ...Object.fromEntries(Object.keys(typed).map((key) => [key, undefined])), ...read(typed) })
}
