import type { App, BrowserWindow, Dialog } from 'electron'

type AskBeforeClosingInput = {
  readonly app: App
  readonly window: BrowserWindow
  readonly dialog: Dialog
  readonly room: () => { readonly devices: number } | null
  readonly unsaved: () => number
  readonly paper: () => number
  readonly moved: MovedFile
}

/** The open file where it is not in its place any more, and the way out of that. */
export type MovedFile = {
  /** Its name for people; null where it is in its place. */
  readonly name: () => string | null
  /** False where the person left the question where to. @throws what saving throws */
  readonly saveElsewhere: () => Promise<boolean>
}

/**
 * Asks before the window closes over what would be lost: a file that is gone from its place, phones in the meeting room,
 * ballots read from paper that nobody took, and points that the page could not save yet. The button, the menu, Alt+F4 and quitting all come this way. Nothing waits while a question is open: phones
 * are served and saving goes on. Quitting goes on by itself once the last window is closed.
 *
 * @param room devices connected to the meeting room, or null while it is off
 * @param paper ballots that were read from paper and not taken
 * @param unsaved changes that the page could not save for a while, as far as it said
 */
export function askBeforeClosing({ app, window, dialog, room, unsaved, paper, moved }: AskBeforeClosingInput): void {
  let isAsking = false
  let isClosing = false
  let isRoomAgreed = false
  let isMovedAgreed = false
  let isPaperAgreed = false
  let hasWaited = false
  let isSessionEnding = false

  /** @param deeds what each button after the first does */
  const ask = async (question: Question, ...deeds: readonly (() => void)[]): Promise<void> => {
    if (isAsking) return
    isAsking = true
    const { response } = await dialog
      .showMessageBox(window, { ...look, ...question })
      // A question that could not be shown must not keep the button from asking again.
      .finally(() => void (isAsking = false))
    if (window.isDestroyed()) return
    const deed = deeds[response - 1]
    if (deed === undefined) isRoomAgreed = isMovedAgreed = isPaperAgreed = false
    else deed()
  }
  const askOfMoved = (name: string, hasFailed: boolean): Promise<void> =>
    ask(
      movedQuestion(name, hasFailed),
      () =>
        void moved.saveElsewhere().then(
          (isSaved) => isSaved && !window.isDestroyed() && window.close(),
          () => askOfMoved(name, true),
        ),
      () => {
        isMovedAgreed = true
        window.close()
      },
    )
  // Quitting would close the projector's window at once; it stays until this window's question is answered.
  app.on('before-quit', (event) => {
    const isQuiet = room() === null && unsaved() === 0 && moved.name() === null && paper() === 0
    if (window.isDestroyed() || isSessionEnding || isQuiet) return
    event.preventDefault()
    window.close()
  })
  window.on('close', (event) => {
    const open = room()
    const gone = isMovedAgreed ? null : moved.name()
    const asksOfRoom = open !== null && !isRoomAgreed
    const ballots = isSessionEnding || isPaperAgreed || gone !== null || asksOfRoom ? 0 : paper()
    isClosing = isSessionEnding || (gone === null && !asksOfRoom && ballots === 0)
    if (isClosing) return
    event.preventDefault()
    if (gone !== null) return void askOfMoved(gone, false)
    if (asksOfRoom)
      return void ask(roomQuestion(open), () => {
        isRoomAgreed = true
        window.close()
      })
    void ask(paperQuestion(ballots), () => {
      isPaperAgreed = true
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

function movedQuestion(name: string, hasFailed: boolean): Question {
  return {
    message: hasFailed ? `Chưa lưu được dữ liệu của tệp ${name} ra chỗ vừa chọn.` : `Tệp ${name} không còn ở chỗ cũ.`,
    detail:
      'Mọi điểm đã lưu vẫn còn trong chương trình, nhưng tệp đã bị chuyển đi, đổi tên hoặc xóa. Nên lưu toàn bộ ra tệp khác. Nếu đóng ngay, chương trình giữ toàn bộ trong một tệp của thư mục dữ liệu và nêu tên tệp đó ở lần mở sau; điểm vừa nhập đang chờ thì không có trong tệp.',
    buttons: ['Ở lại', 'Lưu toàn bộ ra tệp khác rồi đóng…', 'Đóng ngay'],
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

function paperQuestion(ballots: number): Question {
  return {
    message: `Còn ${ballots} phiếu đã đọc từ giấy chưa nhận.`,
    detail:
      'Đóng bây giờ thì phải đọc lại các trang quét của những phiếu này. Phiếu đã nhận và trang quét lưu kèm vẫn còn trong tệp.',
    buttons: ['Ở lại', 'Đóng, đọc lại sau'],
  }
}
