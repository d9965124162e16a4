import { Button, CloseButton, Drawer, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { pictures, sections } from '../../../docs/huong-dan.md'
import { byMatch } from '../../../shared/domain/vietnamese/match-rank.ts'
import { searchWords } from '../../../shared/domain/vietnamese/search-key.ts'
import type { GuideSection } from './guide-section.ts'
import { GuideText } from './GuideText.tsx'
import { openSection } from './help-store.ts'
import classes from './Help.module.css'

const close = (): void => openSection.set(null)

/** The guide beside the work: a section, the way to the others, and all of it on paper. */
export function HelpPanel({ section }: { section: string | null }) {
  // The lock covers the page as a modal dialog of the browser: what is to be seen over it stands within it.
  const lock = document.querySelector<HTMLElement>('dialog[open]')
  return (
    <Drawer
      opened={section !== null}
      onClose={close}
      position="right"
      size={460}
      zIndex={500}
      {...(lock !== null && { portalProps: { target: lock } })}
      withOverlay={false}
      withCloseButton={false}
      closeOnEscape={false}
      padding={0}
      classNames={{ body: classes.body, content: classes.content }}
    >
      {section !== null && <Guide key={section} section={section} />}
    </Drawer>
  )
}

function Guide({ section }: { section: string }) {
  const { t } = useTranslation('help')
  const [query, setQuery] = useState('')
  const [isPrinted, setPrinted] = useState(false)
  const words = searchWords(query)
  const shown = sections.find(({ id }) => id === section) ?? sections[0]
  return (
    <>
      <header className={classes.head}>
        <Drawer.Title className={classes.title}>{t('title')}</Drawer.Title>
        <CloseButton aria-label={t('close')} onClick={close} />
        <TextInput
          className={classes.search}
          aria-label={t('search')}
          placeholder={t('search')}
          value={query}
          onChange={({ currentTarget: { value } }) => setQuery(value)}
          onKeyDown={({ key }) => {
            const [first] = found(words)
            if (key === 'Enter' && words.length > 0 && first !== undefined) openSection.set(first.id)
          }}
          data-autofocus
        />
      </header>
      <div className={classes.text} role="region" aria-label={shown?.title ?? t('title')} lang="vi">
        {words.length > 0 ? (
          <Contents list={found(words)} none={t('none')} />
        ) : (
          <>
            {shown !== undefined && (
              <>
                <h3 className={classes.section}>{shown.title}</h3>
                <GuideText nodes={shown.nodes} pictures={pictures} />
              </>
            )}
            <h3 className={classes.contents}>{t('contents')}</h3>
            <Contents list={sections.filter(({ nodes }) => nodes.length > 0)} none="" />
          </>
        )}
      </div>
      <footer className={classes.foot}>
        <Button variant="default" size="compact-md" onClick={() => setPrinted(true)}>
          {t('print')}
        </Button>
        <span className={classes.hint}>{t('hint')}</span>
      </footer>
      {isPrinted && <PrintedGuide onDone={() => setPrinted(false)} />}
    </>
  )
}

const found = (words: readonly string[]): readonly GuideSection[] =>
  byMatch(sections, { words, textOf: ({ title, text }) => `${title} ${text}` })
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ thing }) => thing)
    .slice(0, 30)

function Contents({ list, none }: { list: readonly GuideSection[]; none: string }) {
  if (list.length === 0) return <p className={classes.hint}>{none}</p>
  return (
    <ul className={classes.list}>
      {list.map(({ id, title, level }) => (
        <li key={id} data-level={level}>
          <button type="button" className={classes.link} onClick={() => openSection.set(id)}>
            {title}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The whole guide as the window prints it, which can be kept as PDF there; nothing else of the page is on paper. */
function PrintedGuide({ onDone }: { onDone: () => void }) {
  const sheet = useRef<HTMLElement>(null)
  const done = useRef(onDone)
  useEffect(() => {
    let isHere = true
    const print = async (): Promise<void> => {
      const all = [...(sheet.current?.querySelectorAll('img') ?? [])]
      await Promise.allSettled(all.map(async (picture) => picture.decode()))
      if (!isHere) return
      window.print()
      done.current()
    }
    void print()
    return () => {
      isHere = false
    }
  }, [])
  return createPortal(
    <article className={classes.sheet} lang="vi" ref={sheet}>
      {sections.map(({ id, title, level, nodes }) => (
        <section key={id}>
          {level === 1 ? <h1>{title}</h1> : level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}
          <GuideText nodes={nodes} pictures={pictures} />
        </section>
      ))}
    </article>,
    document.body,
  )
}
