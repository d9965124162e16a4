import type { App } from 'electron'
import type { Log } from '../context.ts'
import type { AskTrouble } from './trouble-question.ts'

type WatchProcessInput = {
  readonly app: App
  readonly log: Log
  readonly ask: AskTrouble
}

/**
 * Writes down what goes wrong in the program itself and in Chromium's helpers. After an error or a rejection that
 * nobody caught the program goes on, for each change of the file is whole or not there; the person is told, and may end it.
 */
export function watchProcess({ app, log, ask }: WatchProcessInput): void {
  const tell = (): void => {
    const choices = [
      { label: 'Tiếp tục', run: () => {} },
      { label: 'Thoát', run: () => app.quit() },
    ]
    // Caught: a question that fails would be the next rejection, and be asked about again without end.
    ask({ ...defectText, choices }, null).catch((error: unknown) => log.error('the person could not be told', error))
  }
  process.on('uncaughtException', (error) => {
    log.error('an error that nobody caught', error)
    tell()
  })
  process.on('unhandledRejection', (reason) => {
    log.error('a rejection that nobody handled', reason)
    tell()
  })
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    // Chromium starts its helpers again by itself.
    if (reason !== 'clean-exit') log.error('a helper of Chromium is gone', `${type}, ${reason}, exit code ${exitCode}`)
  })
}

const defectText = {
  message: 'Chương trình gặp một lỗi.',
  detail:
    'Điểm đã báo “Đã lưu” vẫn còn trong tệp. Có thể tiếp tục làm việc; nếu màn hình báo chưa lưu được, hãy thoát và mở lại chương trình.',
}
