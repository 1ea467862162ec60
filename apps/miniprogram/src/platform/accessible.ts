interface Spoken {
  /** What is read out; absent: the text inside. */
  readonly label?: string;
  readonly role?: 'button' | 'link' | 'radio' | 'checkbox' | 'img' | 'heading' | 'alert' | 'status' | 'list' | 'tab' | 'dialog' | 'switch';
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly hidden?: boolean;
}

/** The attributes that screen readers and keyboards need, by the names that each target knows. */
export interface AccessibleProps {
  ariaLabel?: string;
  ariaRole?: string;
  ariaChecked?: string;
  ariaDisabled?: string;
  ariaHidden?: string;
  role?: string;
  tabIndex?: number;
}

const ON_KEYBOARD = ['button', 'link', 'radio', 'checkbox', 'tab', 'switch'];

/** What to spread over a `View` so that it can be heard and, in the browser, reached by the Tab key. */
export function accessible({ label, role, checked, disabled, hidden }: Spoken): AccessibleProps {
  const inBrowser = process.env.TARO_ENV === 'h5';
  return {
    ...(label === undefined ? {} : { ariaLabel: label }),
    ...(role === undefined ? {} : inBrowser ? { role } : { ariaRole: role }),
    ...(checked === undefined ? {} : { ariaChecked: String(checked) }),
    ...(disabled ? { ariaDisabled: 'true' } : {}),
    ...(hidden ? { ariaHidden: 'true' } : {}),
    ...(inBrowser && role !== undefined && ON_KEYBOARD.includes(role) && !disabled ? { tabIndex: 0 } : {}),
  };
}

/** In the browser: Enter and Space tap whatever has the focus and plays a button. */
export function tapWithKeyboard(): void {
  if (process.env.TARO_ENV !== 'h5') return;
  document.addEventListener('keydown', (event) => {
    const target = event.target;
    if (!(target instanceof HTMLElement) || (event.key !== 'Enter' && event.key !== ' ')) return;
    if (!ON_KEYBOARD.includes(target.getAttribute('role') ?? '')) return;
    event.preventDefault();
    target.click();
  });
}
