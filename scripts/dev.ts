import { join } from 'node:path'
import { createServer as startElectronVite, resolveConfig } from 'electron-vite'
import { createServer } from 'vite'
import { serve } from '../electron/cli/serve.ts'
import { findElectron } from './electron-runtime.ts'
import { place, root } from './program.ts'
import { endWithProblem } from './say-problem.ts'
import { sayNoWindow, type Obstacle } from './window-obstacle.ts'

// `npm run dev`: the page reloads as its sources change, in the Electron window or in the browser.

process.chdir(root)

const runtime = await findElectron({ root, env: process.env, platform: process.platform }).catch((error: unknown) =>
  endWithProblem(error, 'khởi động'),
)
if (runtime.path === null) await serveInBrowser(runtime)
else await startElectronVite({ root }, { rendererOnly: false })

/** Vite serves the page and passes calls on to the loopback host, under that host's own name and origin. */
async function serveInBrowser(obstacle: Obstacle): Promise<void> {
  sayNoWindow(obstacle)
  const host = await serve({ out: join(root, 'out'), ...place })
  const { config } = await resolveConfig({ root }, 'serve', 'development')
  if (config?.renderer === undefined) throw new Error('electron.vite.config.ts has no renderer')
  const calls = { target: host.origin, changeOrigin: true, headers: { origin: host.origin } }
  const vite = await createServer({
    ...config.renderer,
    server: { ...config.renderer.server, proxy: { '/rpc': calls } },
  })
  await vite.listen()
  const { port } = vite.config.server
  console.log(`Trang đang phát triển: http://127.0.0.1:${port}/#token=${host.token}`)
}
