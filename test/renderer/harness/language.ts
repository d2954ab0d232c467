import { english } from '../../../src-shared/words'
import { speak } from '../../../src-shared/words/speak'
import { pseudoWords } from './pseudo'

// `?language=pseudo`: chosen before any part of the page is loaded, as a language is.
if (new URLSearchParams(location.search).get('language') === 'pseudo') speak(pseudoWords(english))
