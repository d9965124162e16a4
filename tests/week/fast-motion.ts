// Preloaded into the program: its clock begins at OCOP_FAST_FROM and runs OCOP_FAST_SPEED times as fast, and so does what
// it does every few minutes. Deadlines stay as they are: work is no faster.

const [from, speed] = [Date.parse(process.env['OCOP_FAST_FROM'] ?? ''), Number(process.env['OCOP_FAST_SPEED'])]
const began = performance.now()
const now = (): number => Math.round(from + (performance.now() - began) * speed)
const everySo = globalThis.setInterval

Object.assign(globalThis, {
  Date: new Proxy(Date, {
    construct: (Real, given, target) => Reflect.construct(Real, given.length === 0 ? [now()] : given, target) as object,
    get: (Real, key) => (key === 'now' ? now : (Reflect.get(Real, key) as unknown)),
  }),
  setInterval: (run: () => void, ms = 0) => everySo(run, ms < 60_000 ? ms : ms / speed),
})
