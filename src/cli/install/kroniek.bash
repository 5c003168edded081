# Completion of kroniek for bash.
_kroniek() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} options
  case $before in
    --format | -f) mapfile -t COMPREPLY < <(compgen -W 'json markdown html csv ics timelinejs timelinejs-csv jsonld timeml timesketch' -- "$word"); return ;;
    --language) mapfile -t COMPREPLY < <(compgen -W 'nl en' -- "$word"); return ;;
    --style) mapfile -t COMPREPLY < <(compgen -W 'news conversation' -- "$word"); return ;;
    --pack | --save-text) mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
    --from | --to | --published | --csv-separator) return ;;
  esac
  case $command in
    extract) options='--style --published --pack --save-text --help' ;;
    check) options='--help' ;;
    *) options='--format --language --from --to --csv-separator --csv-bom --output --published --pack --save-text --help' ;;
  esac
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
  elif [[ $COMP_CWORD -eq 1 ]]; then
    mapfile -t COMPREPLY < <(compgen -W 'timeline extract check' -- "$word"; compgen -f -- "$word")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -o filenames -F _kroniek kroniek
