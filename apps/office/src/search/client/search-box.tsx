'use client';
import { Search, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import {
  Autocomplete,
  Button,
  Dialog,
  Input,
  Modal,
  ModalOverlay,
  RouterProvider,
  TextField,
} from 'react-aria-components';
import { searchPath } from '../search-view.ts';
import { speakSearch } from '../texts/speak.ts';
import styles from './search-box.module.css';
import { SearchResults } from './search-results.tsx';
import { useSearch } from './use-search.ts';

interface Props {
  language: string;
  isOpen: boolean;
  onOpenChange(isOpen: boolean): void;
}

/** One box over everything: type, go down with the arrows, open with Enter. Enter alone shows all results. */
export function SearchBox({ language, isOpen, onOpenChange }: Props) {
  const say = speakSearch(language);
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const { state, again } = useSearch(typed);
  // It begins empty each time: what was looked for before has its address.
  const show = (isShown: boolean) => {
    if (!isShown) setTyped('');
    onOpenChange(isShown);
  };
  const go = (path: string) => {
    show(false);
    router.push(path);
  };
  return (
    <RouterProvider navigate={go}>
      <ModalOverlay
        isOpen={isOpen}
        onOpenChange={show}
        isDismissable
        className={({ defaultClassName }) => `${defaultClassName} ${styles.veil}`}
      >
        <Modal className={({ defaultClassName }) => `${defaultClassName} ${styles.box}`}>
          <Dialog aria-label={say('title')} className={styles.dialog ?? ''}>
            <Autocomplete inputValue={typed} onInputChange={setTyped} disableAutoFocusFirst>
              <form
                className={styles.form}
                action="/search"
                onSubmit={(event) => {
                  event.preventDefault();
                  // Enter on a result opens that one.
                  const chosen = event.currentTarget.querySelector('[aria-activedescendant]');
                  if (!chosen?.getAttribute('aria-activedescendant') && typed.trim())
                    go(searchPath(typed.trim().slice(0, 500)));
                }}
              >
                <Search size={20} aria-hidden className={styles.icon} />
                <TextField aria-label={say('field')} className={styles.field ?? ''} autoFocus>
                  <Input
                    className={styles.input ?? ''}
                    placeholder={say('field')}
                    dir="auto"
                    name="q"
                    autoComplete="off"
                    enterKeyHint="search"
                  />
                </TextField>
                <Button className={styles.close ?? ''} aria-label={say('close')} onPress={() => show(false)}>
                  <X size={20} aria-hidden />
                </Button>
              </form>
              <SearchResults state={state} again={again} say={say} onGo={() => show(false)} />
            </Autocomplete>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </RouterProvider>
  );
}
