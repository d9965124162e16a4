import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import mantine from 'postcss-preset-mantine'
import type { InlineConfig, Plugin, Rolldown } from 'vite'
import { guidePlugin } from './scripts/guide/guide-plugin.ts'

const root = import.meta.dirname

/** Packages in the bundle and their licences; scripts/licences.ts takes it from there. */
const license = { fileName: '.licences.json' }

/**
 * Three bundles: the program, its preload, and the page that every host serves. The program has an entry for each way
 * to run it (the Electron main process, the loopback host, batch mode, the demo) and one for the worker thread of all,
 * over the same chunks, so that what is tested in one is what ships in the other.
 * Packages of `dependencies` stay outside the main bundle: better-sqlite3 alone, which carries its own binary. All others
 * are in it, so that a package holds what the program uses of them and nothing else.
 */
export default defineConfig({
  main: {
    publicDir: false,
    plugins: [paperDecoders()],
    build: {
      license,
      outDir: join(root, 'out/main'),
      rolldownOptions: {
        input: {
          index: join(root, 'electron/main/index.ts'),
          serve: join(root, 'electron/cli/serve.ts'),
          session: join(root, 'electron/cli/session.ts'),
          ballots: join(root, 'electron/cli/ballots.ts'),
          scan: join(root, 'electron/cli/scan.ts'),
          verify: join(root, 'electron/cli/verify.ts'),
          register: join(root, 'electron/cli/register.ts'),
          demo: join(root, 'electron/cli/demo.ts'),
          worker: join(root, 'electron/work/worker.ts'),
        },
        output: {
          // Node passes over old calls of packages, and would print them to a user once they stand in this bundle.
          banner: ({ isEntry }) => (isEntry ? 'process.noDeprecation = true' : ''),
        },
      },
    },
  },
  preload: {
    publicDir: false,
    build: {
      license,
      outDir: join(root, 'out/preload'),
      // A sandboxed preload can be CommonJS only, with nothing to require but electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: join(root, 'electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: join(root, 'renderer'),
    // The page's files come from imports, so that the hosts serve nothing but the build.
    publicDir: false,
    plugins: [react(), pdfDecoders(), guidePlugin()],
    css: { postcss: { plugins: [mantine()] } },
    server: { host: '127.0.0.1' },
    build: {
      license,
      outDir: join(root, 'out/renderer'),
      emptyOutDir: true,
      minify: 'oxc',
      // Kilobytes: the window begins with one large script, not with many small ones.
      chunkSizeWarningLimit: 1500,
      // The content security policy allows no data: fonts or scripts.
      assetsInlineLimit: 0,
      // The clerk's page is served by the meeting room, out of the same chunks.
      rolldownOptions: {
        input: { index: join(root, 'renderer/index.html'), clerk: join(root, 'renderer/clerk.html') },
        output: { codeSplitting: { groups: [firstScript()] } },
      },
    },
  },
})

/**
 * What both pages begin with is one script: cut by which screen shares what with which, as a bundler does by itself, the
 * window begins with a hundred, each asked for and answered by itself. What one page alone begins with is left as it is:
 * the other must not run it.
 */
function firstScript(): Rolldown.CodeSplittingGroup {
  const known = new Map<string, ReadonlySet<string>>()
  const isOf = (page: string, id: string, graph: Graph): boolean => {
    const loaded = known.get(page) ?? loadedWith(join(root, 'renderer', page).replaceAll('\\', '/'), graph)
    known.set(page, loaded)
    return loaded.has(id)
  }
  return { name: (id, graph) => (['index.html', 'clerk.html'].every((page) => isOf(page, id, graph)) ? 'start' : null) }
}

/** The modules that a page cannot begin without, by their ids; itself not among them. */
function loadedWith(page: string, graph: Graph): ReadonlySet<string> {
  const ids = new Set(graph.getModuleInfo(page)?.importedIds)
  for (const id of ids) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) ids.add(next)
  return ids
}

type Graph = Parameters<Rolldown.CodeSplittingNameFunction>[1]

/**
 * The members' page of the meeting room: a bundle of its own in a folder of its own, so that the room's host serves
 * nothing of the secretary's window and a phone loads as little as possible.
 */
export const roomPage: InlineConfig = {
  configFile: false,
  root: join(root, 'renderer/room'),
  publicDir: false,
  plugins: [react()],
  build: {
    license,
    outDir: join(root, 'out/room'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // Phones of members are older than the office's browser.
    target: ['chrome89', 'safari15'],
  },
}

/**
 * What unpacks a scanner's pictures (CCITT, JBIG2, JPEG 2000) where no WebAssembly may run. pdf.js asks for it by these very
 * names, so it stands in a folder that is named by the version (`renderer/components/pdf/pdf-document.ts`).
 */
function pdfDecoders(): Plugin {
  const pdfjs = join(root, 'node_modules/pdfjs-dist')
  const { version } = JSON.parse(readFileSync(join(pdfjs, 'package.json'), 'utf8')) as { version: string }
  return {
    name: 'pdf-decoders',
    apply: 'build',
    generateBundle() {
      for (const name of ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js']) {
        const source = readFileSync(join(pdfjs, 'wasm', name))
        this.emitFile({ type: 'asset', fileName: `assets/pdf-${version}/${name}`, source })
      }
    },
  }
}

/** What decodes scanned pages and their codes: `electron/paper-ballots/load-wasm.ts` looks for it beside the bundle. */
function paperDecoders(): Plugin {
  const decoders = {
    pdfium: '@hyzyla/pdfium/dist/pdfium.wasm',
    zxing: 'zxing-wasm/dist/reader/zxing_reader.wasm',
  }
  return {
    name: 'paper-decoders',
    apply: 'build',
    generateBundle() {
      for (const [name, path] of Object.entries(decoders)) {
        const source = readFileSync(join(root, 'node_modules', path))
        this.emitFile({ type: 'asset', fileName: `wasm/${name}.wasm`, source })
      }
    },
  }
}
