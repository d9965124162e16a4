import type { App, BrowserWindow, Dialog } from 'electron'

type AskBeforeClosingInput = {
  readonly app: App
  readonly window: BrowserWindow
  readonly dialog: Dialog
  readonly room: () => { readonly devices: number } | null
  readonly unsaved: () => number
}

/**
 * Asks before the window closes over what would be lost: phones in the meeting room, and points that the page could not
 * save yet. The button, the menu, Alt+F4 and quitting all come this way. Nothing waits while a question is open: phones
 * are served and saving goes on. Quitting goes on by itself once the last window is closed.
 *
 * @param room devices connected to the meeting room, or null while it is off
 * @param unsaved changes that the page could not save for a while, as far as it said
 */
export function askBeforeClosing({ app, window, dialog, room, unsaved }: AskBeforeClosingInput): void {
  let isAsking = false
  let isClosing = false
  let isRoomAgreed = false
  let hasWaited = false
  let isSessionEnding = false

  const ask = async (question: Question, onLeave: () => void): Promise<void> => {
    if (isAsking) return
    isAsking = true
    const { response } = await dialog
      .showMessageBox(window, { ...look, ...question })
      // A question that could not be shown must not keep the button from asking again.
      .finally(() => void (isAsking = false))
    if (window.isDestroyed()) return
    if (response === leave) onLeave()
    else isRoomAgreed = false
  }
  // Quitting would close the projector's window at once; it stays until this window's question is answered.
  app.on('before-quit', (event) => {
    if (window.isDestroyed() || isSessionEnding || (room() === null && unsaved() === 0)) return
    event.preventDefault()
    window.close()
  })
  window.on('close', (event) => {
    const open = room()
    isClosing = open === null || isRoomAgreed || isSessionEnding
    if (open === null || isClosing) return
    event.preventDefault()
    void ask(roomQuestion(open), () => {
      isRoomAgreed = true
      window.close()
    })
  })
  window.webContents.on('will-prevent-unload', (event) => {
    // A reload asks too, and stays.
    if (!isClosing) return
    isClosing = false
    // Windows is shutting down: nobody is there to answer any more.
    if (isSessionEnding) return event.preventDefault()
    // The page stays open for now: what was keyed a moment ago is usually saved by the second try, without a question.
    if (hasWaited) void ask(unsavedQuestion(unsaved()), () => window.destroy())
    else setTimeout(() => !window.isDestroyed() && window.close(), savingTime)
    hasWaited = !hasWaited
  })
  // Windows asks before it shuts down, and says in its own words who keeps it; what is saved needs no question.
  window.on('query-session-end', (event) => {
    if (unsaved() === 0) return
    event.preventDefault()
    void ask(unsavedQuestion(unsaved()), () => window.destroy())
  })
  window.on('session-end', () => {
    isSessionEnding = true
  })
}

/** In milliseconds; a key is saved in far less. */
const savingTime = 400

type Question = { readonly message: string; readonly detail: string; readonly buttons: string[] }

const leave = 1

/** Enter and Escape stay. */
const look = { type: 'warning', title: 'Hội đồng OCOP', defaultId: 0, cancelId: 0, noLink: true } as const

function unsavedQuestion(count: number): Question {
  return {
    message:
      count === 0
        ? 'Còn nội dung vừa nhập chưa lưu được vào tệp.'
        : `Còn ${count} thay đổi vừa nhập chưa lưu được vào tệp.`,
    detail:
      'Đóng bây giờ sẽ mất phần chưa lưu. Nên ở lại và chờ đến khi màn hình báo “Đã lưu”; nếu vẫn không lưu được, kiểm tra ổ đĩa, ổ mạng hoặc USB chứa tệp.',
    buttons: ['Ở lại', 'Đóng và bỏ phần chưa lưu'],
  }
}

function roomQuestion({ devices }: { readonly devices: number }): Question {
  return {
    message:
      devices === 0 ? 'Phòng họp đang bật.' : `Phòng họp đang bật, ${devices} thiết bị của thành viên đang kết nối.`,
    detail:
      'Đóng chương trình sẽ tắt phòng họp: điện thoại của thành viên không gửi được điểm nữa. Điểm đã gửi vẫn còn trong tệp.',
    buttons: ['Ở lại', 'Tắt phòng họp và đóng'],
  }
}
