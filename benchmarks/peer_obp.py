"""obp's values on the Open Bandit sample, in its own environment: `python -m benchmarks.peer_obp FOLDER OUT`.

FOLDER holds the sample as it was published (policy/campaign/campaign.csv); OUT gets a file for each log and policy with
the rows, the evaluated policy's probabilities, obp's expected rewards and its values with their bootstrapped ranges.
"""

import sys
from pathlib import Path

import numpy as np
from obp.dataset import OpenBanditDataset
from obp.ope import (
    DirectMethod,
    DoublyRobust,
    DoublyRobustWithShrinkage,
    InverseProbabilityWeighting,
    OffPolicyEvaluation,
    RegressionModel,
    SelfNormalizedInverseProbabilityWeighting,
)
from obp.policy import BernoulliTS
from sklearn.linear_model import LogisticRegression

LONG = 3  # positions
CAMPAIGNS = ("all", "men", "women")


def target_of(policy, campaign, rows, actions):
    """The evaluated policy's probabilities, (rows, actions, positions)."""
    if policy == "random":
        return np.full((rows, actions, LONG), 1 / actions)
    chosen = BernoulliTS(
        n_actions=actions, len_list=LONG, is_zozotown_prior=True, campaign=campaign, random_state=12345
    )
    return chosen.compute_batch_action_dist(n_sim=100_000, n_rounds=rows)


def main():
    """Write every pair."""
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    for campaign in CAMPAIGNS:
        for logged, other in (("random", "bts"), ("bts", "random")):
            data = OpenBanditDataset(behavior_policy=logged, campaign=campaign, data_path=folder)
            log = data.obtain_batch_bandit_feedback()
            target = target_of(other, campaign, log["n_rounds"], data.n_actions)
            model = RegressionModel(
                n_actions=data.n_actions, len_list=LONG, base_model=LogisticRegression(C=100, max_iter=1000)
            )
            expected = model.fit_predict(
                context=log["context"],
                action=log["action"],
                reward=log["reward"],
                position=log["position"],
                pscore=log["pscore"],
                n_folds=3,
                random_state=12345,
            )
            evaluation = OffPolicyEvaluation(log, [
                InverseProbabilityWeighting(), SelfNormalizedInverseProbabilityWeighting(), DirectMethod(),
                DoublyRobust(), DoublyRobustWithShrinkage(lambda_=100.0),
            ])  # fmt: skip
            values = evaluation.estimate_policy_values(action_dist=target, estimated_rewards_by_reg_model=expected)
            ranges = evaluation.estimate_intervals(
                action_dist=target, estimated_rewards_by_reg_model=expected, n_bootstrap_samples=300, random_state=1
            )
            names = list(values)
            rows = np.arange(log["n_rounds"])
            low, high = ([ranges[name][f"95.0% CI ({end})"] for name in names] for end in ("lower", "upper"))
            np.savez(
                out / f"{campaign}-{logged}-{other}.npz", action=log["action"], position=log["position"],
                reward=log["reward"], pscore=log["pscore"], target=target[rows, :, log["position"]],
                expected=expected[rows, :, log["position"]], context=log["context"], names=names,
                values=[values[name] for name in names], low=low, high=high,
            )  # fmt: skip


if __name__ == "__main__":
    main()
