import type { PowerMonitor, PowerSaveBlocker } from 'electron'
import type { RoomHostPort } from '../context.ts'

type AwakeRoomInput = {
  readonly room: RoomHostPort
  readonly blocker: PowerSaveBlocker
  readonly monitor: Pick<PowerMonitor, 'on' | 'off'>
}

/**
 * A meeting room during which the machine's screen stays on, since the projector shows it; after a sleep that came all
 * the same, the room looks at once whether its address is still the machine's.
 */
export function awakeRoom({ room, blocker, monitor }: AwakeRoomInput): RoomHostPort {
  return {
    ...room,
    open: async (wanted) => {
      const listener = await room.open(wanted)
      const id = blocker.start('prevent-display-sleep')
      const close = (lastWordsMs?: number) => {
        if (blocker.isStarted(id)) blocker.stop(id)
        listener.close(lastWordsMs)
      }
      return { ...listener, close }
    },
    watch: (look) => {
      const stop = room.watch(look)
      monitor.on('resume', look)
      return () => {
        monitor.off('resume', look)
        stop()
      }
    },
  }
}
