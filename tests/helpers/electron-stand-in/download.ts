import { EventEmitter } from 'node:events'
import { copyFileSync, statSync } from 'node:fs'
import { note, record } from './record.ts'
import { preventable, windows } from './window.ts'

/** A download of the page's, as the test's browser has taken it. */
export type PageDownload = {
  readonly url: string
  readonly filename: string
  readonly mimeType: string
  /** Where its bytes lie. */
  readonly path: string
}

/** Electron's DownloadItem: main decides on the path while it starts, else the system asks for one. */
export class StandInDownload extends EventEmitter {
  static start(download: PageDownload, session: EventEmitter): void {
    const item = new StandInDownload(download)
    const event = preventable()
    session.emit('will-download', event, item, windows[0]?.webContents)
    if (event.isPrevented()) return
    // Later, as bytes take time to come.
    setImmediate(() => item.#finish())
  }
  readonly #download: PageDownload
  #savePath = ''
  #dialogOptions: unknown = null
  constructor(download: PageDownload) {
    super()
    this.#download = download
  }
  getFilename(): string {
    return this.#download.filename
  }
  getURL(): string {
    return this.#download.url
  }
  getMimeType(): string {
    return this.#download.mimeType
  }
  getTotalBytes(): number {
    return statSync(this.#download.path).size
  }
  getReceivedBytes(): number {
    return this.getTotalBytes()
  }
  setSavePath(path: string): void {
    this.#savePath = path
  }
  getSavePath(): string {
    return this.#savePath
  }
  setSaveDialogOptions(options: unknown): void {
    this.#dialogOptions = options
  }
  #finish(): void {
    if (this.#savePath === '') {
      note('native save dialog', this.#dialogOptions)
      this.#savePath = record.dialogAnswer.save ?? ''
    }
    if (this.#savePath === '') return void this.emit('done', {}, 'cancelled')
    try {
      copyFileSync(this.#download.path, this.#savePath)
      this.emit('done', {}, 'completed')
    } catch {
      this.emit('done', {}, 'interrupted')
    }
  }
}
