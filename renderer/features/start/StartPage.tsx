import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CreatedWorkspace, WorkspaceInfo, WorkspaceStatus } from '../../../shared/api/workspace.ts'
import { ClockLine } from '../../components/ClockLine.tsx'
import { client } from '../../api/client.ts'
import { readRefusal } from '../../api/refusal.ts'
import { refreshWorkspace } from '../../api/refresh-workspace.ts'
import { chooseLanguage } from '../../app/i18n.ts'
import { noticeOfOpened, shownNotice } from '../../components/notice-store.ts'
import { CheckedFile } from '../../components/CheckedFile.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { NotNewest } from '../../components/NotNewest.tsx'
import { BackupsOfFile } from './BackupsOfFile.tsx'
import { NewFile } from './NewFile.tsx'
import { OpenFile } from './OpenFile.tsx'
import { RecentFiles } from './RecentFiles.tsx'
import { Samples } from './Samples.tsx'
import classes from './StartPage.module.css'
import type { OpenRequest } from './open-request.ts'

/** No file is open: open one, make one, or try a sample. */
export function StartPage({ status }: { status: WorkspaceStatus }) {
  const { t, i18n } = useTranslation('start')
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const open = useMutation({
    mutationFn: askFor,
    meta: { writes: false },
    onSuccess: async (opened) => {
      if (opened === null) return
      await navigate({ to: '/' })
      await refreshWorkspace(queryClient)
      shownNotice.set(noticeOfOpened(opened))
      if (opened.keptAside != null) shownNotice.set({ kind: 'kept-aside', name: opened.keptAside })
    },
  })
  const isAsked = readRefusal(open.error)?.reason === 'workspace-not-newest'
  const opener = { open: open.mutate, busy: open.isPending ? open.variables : null }
  return (
    <main className={classes.screen} data-help="man-hinh-bat-dau">
      <ClockLine />
      <div className={classes.column}>
        <header className={classes.head}>
          <div className={classes.product}>{t('product')}</div>
          <button
            type="button"
            className={classes.language}
            lang={i18n.language === 'en' ? 'vi' : 'en'}
            onClick={() => void chooseLanguage(i18n.language === 'en' ? 'vi' : 'en')}
          >
            {i18n.language === 'en' ? 'Tiếng Việt' : 'English'}
          </button>
        </header>
        <h1 className={classes.title}>{t('title')}</h1>
        <p className={classes.lead}>{t('lead')}</p>
        {!isAsked && <ErrorNote error={open.error} />}
        {open.isError && open.variables.kind === 'open' && open.variables.id !== undefined && !isAsked && (
          <BackupsOfFile id={open.variables.id} />
        )}
        <NotNewest
          error={open.error}
          onOpen={(file) => open.mutate({ kind: 'open', ...file })}
          onClose={() => open.reset()}
        />
        <CheckedFile checking={status.checking} />
        <div className={classes.columns}>
          <div>
            <RecentFiles {...opener} />
            <OpenFile host={status.host} {...opener} />
            <p className={classes.note}>
              <Link to="/backups">{t('backups:start')}</Link>
            </p>
          </div>
          <div>
            <NewFile {...opener} />
            <Samples {...opener} />
          </div>
        </div>
        <footer className={classes.foot}>{t('foot', { version: status.appVersion })}</footer>
      </div>
    </main>
  )
}

function askFor(request: OpenRequest): Promise<(WorkspaceInfo & Partial<CreatedWorkspace>) | null> {
  switch (request.kind) {
    case 'create':
      return client.workspace.create({ name: request.name })
    case 'open':
      return client.workspace.open(request)
    case 'adopt':
      return client.workspace.adopt({ file: request.file })
    case 'sample':
      return client.workspace.openSample({ sample: request.sample })
  }
}
