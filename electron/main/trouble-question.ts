import type { BrowserWindow, Dialog, MessageBoxOptions } from 'electron'

/** What is wrong, and what a person may do about it; saving a report stands between the two always. */
export type Trouble = {
  readonly message: string
  readonly detail: string
  /** The first is the default, and what Escape means. */
  readonly choices: readonly { readonly label: string; readonly run: () => void }[]
  /** Takes the question back once it is answered by itself. */
  readonly signal?: AbortSignal
}

/** Asks over a window, or over none. */
export type AskTrouble = (trouble: Trouble, window: BrowserWindow | null) => Promise<void>

/** One question at a time, until something other than saving a report is chosen. */
export function troubleQuestion(dialog: Dialog, saveReport: () => Promise<void>): AskTrouble {
  let isAsking = false
  return async (trouble, window) => {
    if (isAsking) return
    isAsking = true
    try {
      const chosen = await answerOf({ trouble, window, dialog, saveReport })
      chosen?.run()
    } finally {
      isAsking = false
    }
  }
}

async function answerOf({
  trouble: { message, detail, choices, signal },
  window,
  dialog,
  saveReport,
}: {
  readonly trouble: Trouble
  readonly window: BrowserWindow | null
  readonly dialog: Dialog
  readonly saveReport: () => Promise<void>
}): Promise<Trouble['choices'][number] | undefined> {
  const options: MessageBoxOptions = {
    type: 'error',
    title: 'Hội đồng OCOP',
    message,
    detail,
    buttons: [...choices.map(({ label }) => label), 'Lưu báo cáo lỗi…'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    ...(signal === undefined ? {} : { signal }),
  }
  for (;;) {
    // Over a window that is not shown, nobody sees a question.
    const parent = window !== null && !window.isDestroyed() && window.isVisible() ? window : null
    const { response } = await (parent === null
      ? dialog.showMessageBox(options)
      : dialog.showMessageBox(parent, options))
    if (signal?.aborted === true) return undefined
    if (response !== choices.length) return choices[response]
    await saveReport()
  }
}
