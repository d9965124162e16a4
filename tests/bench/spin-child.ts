import { takeLowerPriority } from '../../electron/work/lower-priority.ts'

// As busy as a reader of scans and of its priority, and does nothing: no file, no memory, no word to who started it but the first.

takeLowerPriority()
process.on('disconnect', () => process.exit())
process.send?.('busy')
setImmediate(spin)

function spin(): void {
  const end = performance.now() + 50
  while (performance.now() < end);
  setImmediate(spin)
}
