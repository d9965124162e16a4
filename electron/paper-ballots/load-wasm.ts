import { readFileSync } from 'node:fs'

/**
 * What decodes pages and codes, compiled to WebAssembly: it runs on every machine as it is. It stands beside the bundle, of
 * which this file is a chunk; run from source, as tests do, it is the bundle's as well.
 */
export function loadWasm(name: 'pdfium' | 'zxing'): ArrayBuffer {
  const folder = new URL(import.meta.url.endsWith('.ts') ? '../../out/main/wasm/' : '../wasm/', import.meta.url)
  const bytes = readFileSync(new URL(`${name}.wasm`, folder))
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
}
