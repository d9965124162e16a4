import { useMutation, useQuery, type MutationOptions } from '@tanstack/react-query'
import type { PaperFile } from '../../../shared/api/paper-file.ts'
import { orpc } from '../../api/client.ts'
import { saveFile } from '../save-file.ts'

type Ways = {
  readonly add: (file: File) => Promise<unknown>
  /** With the system's program. */
  readonly view: (id: number) => Promise<unknown>
  /** Its bytes, where the host opens no programs. */
  readonly take: (id: number) => Promise<File>
  readonly remove: MutationOptions<void, Error, { readonly id: number }>
  /** Looks again at what lies there. */
  readonly refresh: () => Promise<unknown>
}

export type FileDeeds = ReturnType<typeof useFileDeeds>

/** What can be done with the files of a record: added, opened, taken out. */
export function useFileDeeds({ add, view, take, remove, refresh }: Ways) {
  const { data: status } = useQuery(orpc.workspace.status.queryOptions())
  return {
    add: useMutation({ mutationFn: add }),
    remove: useMutation(remove),
    view: useMutation({
      mutationFn: async ({ id }: PaperFile) => {
        if (status?.host.hasFileDialogs === true) await view(id)
        else saveFile(await take(id))
      },
      // What lies there may have been moved or altered since it was looked at.
      onError: refresh,
      meta: { writes: false },
    }),
  }
}
