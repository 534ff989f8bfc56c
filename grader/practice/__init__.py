"""What a person has done so far: attempts, hints taken, questions answered; kept between two commands."""
