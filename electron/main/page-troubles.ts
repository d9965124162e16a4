import type { BrowserWindow } from 'electron'
import type { Clock, Log } from '../context.ts'
import type { AskTrouble } from './trouble-question.ts'

type WatchPageInput = {
  readonly window: BrowserWindow
  readonly log: Log
  readonly clock: Clock
  readonly ask: AskTrouble
}

/**
 * Brings a page back that died, once by itself: it comes back at the same address, so at the same ballot. One that dies
 * again within a minute, hangs or does not come is left to the person at it.
 */
export function watchPage({ window, log, clock, ask }: WatchPageInput): void {
  const contents = window.webContents
  let lastReload: number | null = null
  const reload = () => {
    if (window.isDestroyed()) return
    lastReload = clock.now().getTime()
    contents.reload()
  }
  // Without `beforeunload`, which a page that is gone or hangs does not answer.
  const leave = { label: 'Đóng cửa sổ', run: () => window.destroy() }
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    log.error('the page is gone', `${reason}, exit code ${exitCode}`)
    if (mayReloadUnasked(clock.now().getTime(), lastReload)) reload()
    else void ask({ ...goneText, choices: [{ label: 'Tải lại', run: reload }, leave] }, window)
  })
  contents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
    if (!isMainFrame || code === aborted) return
    log.error('the page did not load', `${description} (${code})`)
    void ask({ ...failedText, choices: [{ label: 'Tải lại', run: reload }, leave] }, window)
  })
  let hang: AbortController | null = null
  window.on('unresponsive', () => {
    if (hang !== null) return
    log.error('the page does not respond', '')
    hang = new AbortController()
    const restart = () => {
      lastReload = null
      // `render-process-gone` follows and reloads the page.
      contents.forcefullyCrashRenderer()
    }
    const choices = [{ label: 'Chờ tiếp', run: () => {} }, { label: 'Tải lại', run: restart }, leave]
    void ask({ ...hangText, choices, signal: hang.signal }, window).finally(() => {
      hang = null
    })
  })
  window.on('responsive', () => hang?.abort())
}

/** In milliseconds. */
const soonAgain = 60_000

/** A page that dies at once after it came back would die again and again. */
export function mayReloadUnasked(now: number, lastReload: number | null) {
  return lastReload === null || now < lastReload || now - lastReload > soonAgain
}

/** Chromium's code of a load that another one replaced. */
const aborted = -3

const goneText = {
  message: 'Màn hình bị dừng đột ngột hai lần liền.',
  detail: 'Điểm đã báo “Đã lưu” vẫn còn trong tệp. Tải lại để tiếp tục ở đúng phiếu đang mở.',
}

const failedText = {
  message: 'Không tải được màn hình.',
  detail: 'Dữ liệu đã lưu vẫn còn trong tệp. Tải lại để thử lần nữa; nếu vẫn không được, hãy cài lại chương trình.',
}

const hangText = {
  message: 'Màn hình không phản hồi.',
  detail: 'Điểm đã báo “Đã lưu” vẫn còn trong tệp. Có thể chờ thêm, hoặc tải lại để tiếp tục ở đúng phiếu đang mở.',
}
