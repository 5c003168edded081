# Completion of kroniek for bash.
_kroniek() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} options
  local chronology='--format --language --from --to --type --actor --status --min-sources --edits --no-inference --csv-separator --csv-bom --output'
  case $before in
    --format | -f)
      case $command in
        check) options='text json junit sarif github' ;;
        explain) options='text json' ;;
        diff) options='text markdown json' ;;
        assemble) options='json markdown html csv ics timelinejs timelinejs-csv jsonld timesketch' ;;
        *) options='json markdown html csv ics timelinejs timelinejs-csv jsonld timeml timesketch' ;;
      esac
      mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
      return
      ;;
    --language) mapfile -t COMPREPLY < <(compgen -W 'nl en' -- "$word"); return ;;
    --style) mapfile -t COMPREPLY < <(compgen -W 'news conversation' -- "$word"); return ;;
    --status) mapfile -t COMPREPLY < <(compgen -W 'occurred planned demanded proposed negated conditional unconfirmed' -- "$word"); return ;;
    --fail-on) mapfile -t COMPREPLY < <(compgen -W 'warning error' -- "$word"); return ;;
    --pack | --save-text | --silent) mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
    --from | --to | --published | --csv-separator | --type | --actor | --min-sources | --only | --jobs | -j | --min-coverage | --text | --why-not) return ;;
  esac
  case $command in
    extract) options='--style --published --jobs --pack --save-text --help' ;;
    assemble) options="$chronology --force --pack --help" ;;
    check) options='--format --fail-on --only --files --tests --silent --allowed --coverage --min-coverage --mutate --fix --output --help' ;;
    explain) options='--text --why-not --format --style --published --pack --help' ;;
    diff) options='--format --output --help' ;;
    format) options='--check --help' ;;
    schema) options='--pack --output --help' ;;
    *) options="$chronology --published --jobs --pack --save-text --help" ;;
  esac
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
  elif [[ $COMP_CWORD -eq 1 ]]; then
    mapfile -t COMPREPLY < <(compgen -W 'timeline extract assemble check explain diff format schema' -- "$word"; compgen -f -- "$word")
  elif [[ $command == schema ]]; then
    mapfile -t COMPREPLY < <(compgen -W 'events time claims lexicon actors places tests' -- "$word")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -o filenames -F _kroniek kroniek
