import { Input } from '@mantine/core'
import { createContext, use, useState, type ComponentProps, type SyntheticEvent } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'

/**
 * A form that stays on its page: Enter in one of its fields, or its button, calls `onSubmit`. While the button is grey, either
 * says at the field what is wrong with it, or that a `required` one is empty, and leads there; else the reason that the button
 * has (`data-why`), or that something is still to be entered; a question without an answer (`data-unanswered`) is led to.
 * Other grey buttons in it that have a reason do the same.
 */
export function Form({ onSubmit, children, ...rest }: FormProps) {
  const { t } = useTranslation()
  const [wasTried, setTried] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const tell = (form: HTMLFormElement, why: string | undefined) => {
    // Fields say what is wrong with them once they are told, so that the first of them can be found.
    flushSync(() => {
      setTried(true)
      setTold(null)
    })
    const wrong = [...form.elements].find(isWrong)
    if (wrong instanceof HTMLElement) wrong.focus()
    if (wrong?.ariaInvalid === 'true') return
    if (wrong === undefined && leadToQuestion(form)) return
    const place = wrong?.closest(wrapper)
    setTold(place ? { at: place, text: t('field.required') } : { at: form, text: why ?? t('field.formUnready') })
  }
  return (
    <form
      {...rest}
      noValidate
      onClickCapture={({ target, currentTarget }) => {
        const why =
          target instanceof Element ? target.closest<HTMLButtonElement>(greyButton)?.dataset['why'] : undefined
        if (why !== undefined) tell(currentTarget, why)
        // Choosing from a list is a click, too.
        else setTold(null)
      }}
      onInput={() => setTold(null)}
      onSubmit={(event: SyntheticEvent<HTMLFormElement>) => {
        event.preventDefault()
        const form = event.currentTarget
        const button = form.querySelector<HTMLButtonElement>('button[type=submit]')
        if (button?.ariaDisabled !== 'true') onSubmit()
        else if (button.dataset['loading'] === undefined) tell(form, button.dataset['why'])
      }}
    >
      <WasTried value={wasTried}>{children}</WasTried>
      {told !== null &&
        createPortal(
          <Input.Error role="alert" mt={4}>
            {told.text}
          </Input.Error>,
          told.at,
        )}
    </form>
  )
}

type FormProps = Omit<ComponentProps<'form'>, 'onSubmit'> & { readonly onSubmit: () => void }

/** A text, and where it stands. */
type Told = { readonly at: Element; readonly text: string }

/** Whether somebody wanted the form around to be sent before it could be: its fields then say what they have against it. */
export function useWasTried(): boolean {
  return use(WasTried)
}

const WasTried = createContext(false)

const wrapper = '.mantine-InputWrapper-root'

/** That does not send the form, and has a reason not to do its own deed. */
const greyButton = 'button[aria-disabled=true][data-why]:not([type=submit])'

/** The first question of a form that waits for an answer gets the focus; false where none does. */
export function leadToQuestion(form: Element): boolean {
  const question = form.querySelector<HTMLElement>('[data-unanswered] input, input[data-unanswered]')
  question?.focus()
  return question !== null
}

function isWrong(field: Element): boolean {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || field.disabled) return false
  return field.ariaInvalid === 'true' || (field.required && field.value.trim() === '')
}
